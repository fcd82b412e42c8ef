/**
 * Text from outside as one plain line: no control characters, which a terminal would obey, and no invisible
 * or direction-changing ones, which would make it read as something else.
 */
export function clean(text: string): string {
  return visible(text.replace(/\s+/gu, ' ')).trim();
}

/** The same without touching spaces, for a line that is laid out already. */
export function visible(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '');
}

/** Invisible; keeps `@everyone` readable while nothing in it is a mention any more. */
const ZERO_WIDTH_SPACE = '\u200B';

/**
 * Makes a clean line mean nothing to Discord: it neither formats, mentions nor links.
 * Discord's link rule ignores backslashes before brackets, so links are broken between `]` and `(`,
 * and bare addresses after their colon.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\*_~`|<>]/gu, '\\$&')
    .replace(/^(#{1,3}|-#?|\+)(?=\s|$)/u, '\\$1')
    .replace(/^(\d+)\.(?=\s|$)/u, '$1\\.')
    .replaceAll('](', ']\\(')
    .replaceAll('://', ':\\//')
    .replace(/@(?=\S)/gu, `@${ZERO_WIDTH_SPACE}`);
}

/** The label of a link: brackets would end it early. */
export function escapeLabel(text: string): string {
  return escapeMarkdown(text.replaceAll('[', '(').replaceAll(']', ')'));
}
