import { clean, escapeMarkdown } from '../../src/discord/render/escape.ts';
import type { Language } from '../../src/domain/source.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import { type Days, daysTyped } from '../../src/understand/typed-dates.ts';
import { texts } from '../texts/index.ts';

/** The days an option means; `note`: what to answer where it means none. Null: it was left out. */
export function daysIn(written: string | null, language: Language): Days | { note: string } | null {
  if (written === null) return null;
  return daysTyped(written) ?? { note: texts[language].notADate(escapeMarkdown(cut(clean(written), 60))) };
}
