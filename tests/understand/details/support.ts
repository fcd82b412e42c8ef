import type { Details } from '../../../src/domain/details.ts';
import { detailsOf } from '../../../src/understand/details/details.ts';
import { type Document, passageOf } from '../../../src/understand/passage.ts';

/** Of a text published in 2028 by a ministry in China, unless said otherwise. */
export function details(document: Partial<Document>): Details {
  return detailsOf(passageOf({ title: '', text: '', publishedOn: '2028-03-09', country: 'CN', ...document }));
}

/** "suspends No. 46 of 2024 §2", one a relation. */
export function relations(document: Partial<Document>): string[] {
  return details(document).relations.map(({ kind, notice, section }) =>
    [kind, notice, section].filter((part) => part !== null).join(' '),
  );
}
