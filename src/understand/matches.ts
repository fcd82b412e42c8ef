/**
 * All matches of a global pattern. Most texts hold none of most patterns, and `matchAll` copies the pattern
 * before it finds that out.
 */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  return text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];
}
