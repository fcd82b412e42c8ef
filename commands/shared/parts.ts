/** What a person lists, separated by commas of either script. */
export function partsOf(written: string): string[] {
  return written
    .split(/[,，、;；]/u)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** The last part, which is still being typed, and those before it. */
export function beingTyped(written: string): { before: string[]; typed: string } {
  const comma = Math.max(...[...',，、;；'].map((mark) => written.lastIndexOf(mark)));
  return { before: partsOf(written.slice(0, comma + 1)), typed: written.slice(comma + 1).trim() };
}
