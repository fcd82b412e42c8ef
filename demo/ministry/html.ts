import { HOUR, type Instant } from '../../src/domain/moment.ts';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

export function paragraphsHtml(paragraphs: readonly string[], attributes = ''): string {
  return paragraphs.map((paragraph) => `<p${attributes}>${escapeHtml(paragraph)}</p>`).join('\n');
}

export function metaTags(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, content]) => `<meta name="${name}" content="${escapeHtml(content)}">`)
    .join('\n');
}

/** Stands on every page, outside the text, so that nobody takes a page of the demonstration for news. */
export const disclaimer =
  '<footer>演示页面，内容纯属虚构。 Demonstration page: everything on it is invented.</footer>';

/** `2031-03-13 16:05:09` in Beijing, which keeps UTC+8 all year. */
export function beijing(at: Instant): string {
  return new Date(at + 8 * HOUR).toISOString().slice(0, 19).replace('T', ' ');
}

/** `2031-03-13` in Beijing. */
export function beijingDay(at: Instant): string {
  return beijing(at).slice(0, 10);
}

/** `2031-03-13T08:05:09Z`. */
export function utc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
