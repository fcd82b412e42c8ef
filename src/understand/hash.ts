import { createHash } from 'node:crypto';
import type { Row } from '../domain/item.ts';
import { fold } from './fold.ts';

/**
 * Of one observed text: a Revision is new when this differs from the latest. White space, the width of
 * punctuation and the script are the page's, not the ministry's; the order of attachments says nothing.
 * @returns SHA-256, hex.
 */
export function contentHash(title: string, text: string, attachmentUrls: readonly string[]): string {
  return digest([wordsOf(title), wordsOf(text), ...[...attachmentUrls].sort()]);
}

/** Of what a listing says about an entry: when it differs, the entry is read again. */
export function fingerprint({ title, url, updated }: Pick<Row, 'title' | 'url' | 'updated'>): string {
  return digest([wordsOf(title), url, updated ?? '']);
}

/**
 * Compatibility forms are one (ＡＢＣ and ABC, ① and 1), and white space is one space, or none beside
 * Han characters, where pages break lines at will.
 */
function wordsOf(text: string): string {
  return fold(text.normalize('NFKC'))
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([^\x20-\x7e]) ?/g, '$1')
    .replaceAll(/ ?([,;:!?()[\]"'-]) ?/g, '$1')
    .trim();
}

/** Joined as JSON, so that no text can pass for two. */
function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
