import type { Line } from '../../src/discord/render/card.ts';
import type { Row } from '../../src/domain/item.ts';
import type { Language } from '../../src/domain/source.ts';
import { dayText } from '../../src/understand/phrases/days.ts';
import { texts } from '../texts/index.ts';

/** A row as it is shown. */
export interface Sample {
  title: string;
  on: string | null;
}

const SAMPLE = 6;

/** The first of the rows. */
export function sampleOf(rows: readonly Row[], most = SAMPLE): Sample[] {
  return rows.slice(0, most).map(({ title, published }) => ({ title, on: published?.on ?? null }));
}

/** "**19 Jun 2025** Notice No. 18 …", and how many more there are. */
export function sampleLines(sample: readonly Sample[], rows: number, language: Language): Line[] {
  const { found: words } = texts[language].source;
  return [
    ...sample.map(
      ({ title, on }): Line => [{ bold: on ? dayText(on, language, 'short') : words.undated }, ` ${title}`],
    ),
    ...(rows > sample.length ? [[words.more(rows - sample.length)]] : []),
  ];
}
