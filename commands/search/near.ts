import type { Button } from '../../src/discord/render/card.ts';
import type { Language } from '../../src/domain/source.ts';
import { goodsInArchive } from '../../src/store/lookups.ts';
import { searchTexts } from '../../src/store/search.ts';
import { goodNamed } from '../../src/understand/lexicon/called.ts';
import { areRelated } from '../../src/understand/lexicon/families.ts';
import { goodName } from '../../src/understand/lexicon/goods.ts';
import { likeness } from '../../src/understand/parts.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import { termsOf } from '../../src/understand/search/terms.ts';
import type { CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';
import type { Asked } from './asked.ts';

const MOST = 5;
/** As alike as "galium" and "gallium". */
const ALIKE = 0.6;
const LONGEST_LABEL = 40;

/** What is near to what was looked for in vain: goods of the archive, and of several words those that are found. */
export async function nearButtons(
  asked: Asked,
  language: Language,
  { db, cursors }: CommandContext,
): Promise<Button[]> {
  const typed = asked.words.trim().split(/\s+/u).filter(Boolean).slice(0, MOST);
  const archived = await goodsInArchive(db);
  const near = typed.flatMap((word) => {
    const good = goodNamed(word)?.name;
    const names = (one: string) => [goodName(one, 'en'), goodName(one, 'zh')];
    const isNear = (one: string) =>
      (good !== undefined && areRelated(one, good)) ||
      names(one).some((name) => likeness(name, word) >= ALIKE && name !== word.toLowerCase());
    return archived.filter((one) => one !== good && isNear(one)).map((one) => goodName(one, language));
  });
  const alone: string[] = [];
  for (const word of typed.length > 1 ? typed : []) {
    const terms = termsOf(word);
    const found = terms.length > 0 ? await searchTexts(db, { terms }, { limit: 1 }) : { hits: [] };
    if (found.hits.length > 0) alone.push(word);
  }
  const { kind: _kind, found: _found, ...rest } = asked;
  const words = [...new Set([...near, ...alone])].slice(0, MOST);
  return Promise.all(
    words.map(async (word) => ({
      label: texts[language].search.near(cut(word, LONGEST_LABEL)),
      customId: `search:${await cursors.save({ ...rest, words: word, trail: [] })}`,
    })),
  );
}
