import { escapeMarkdown } from '../../src/discord/render/escape.ts';
import { texts as messageTexts } from '../../src/discord/render/texts/index.ts';
import type { ReadFailure } from '../../src/domain/failure.ts';
import type { Language, Source } from '../../src/domain/source.ts';
import { sameAddress } from '../../src/sources/aliases.ts';
import type { CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';

/** People paste addresses without a scheme, and within angle brackets; a word alone is none. */
export function addressIn(written: string): string | null {
  const text = written.trim().replace(/^<|>$/g, '');
  const complete = /^[a-z]+:/i.test(text);
  const url = URL.parse(complete ? text : `https://${text}`);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  return complete || url.hostname.includes('.') ? url.href : null;
}

/** The Source that reads this address already. */
export function sourceReading(
  address: string,
  { sources }: Pick<CommandContext, 'sources'>,
): Source | undefined {
  return [...sources.values()].find(({ url }) => sameAddress(url, address));
}

/** What is wrong at an address, and what to do; markdown. */
export function failureText({ reason }: ReadFailure, address: string, language: Language) {
  return {
    message: escapeMarkdown(`${new URL(address).host}: ${messageTexts[language].failures[reason]}`),
    advice: texts[language].source.advice[reason],
  };
}
