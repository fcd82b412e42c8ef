import type { Language } from '../../src/domain/source.ts';
import { familyNames, membersOf } from '../../src/understand/lexicon/families.ts';
import { goodName, goodSymbol } from '../../src/understand/lexicon/goods.ts';
import { registerOf } from '../../src/understand/register/register.ts';
import type { Read } from '../../src/understand/register/report.ts';
import { texts } from '../texts/index.ts';
import type { Asked } from './asked.ts';

/** Goods to look by where nothing names what was asked. */
export interface Near {
  label: string;
  goods: string[];
}

const MOST_SINGLE = 3;

/**
 * Goods of the register that share the beginning of a code: its first four digits or characters, else two, else
 * whatever it names most. Each good by itself, then the family of the first.
 */
export function nearGoods(read: Read, { code }: Asked, language: Language): Near[] {
  const register = registerOf(read.notices, read.statements);
  const asked = (code ?? '')
    .normalize('NFKC')
    .replaceAll(/[\s.-]/g, '')
    .toUpperCase();
  const beginning = (length: number) =>
    register.filter(({ hsCodes, controlCodes }) =>
      [...hsCodes, ...controlCodes].some((each) => each.startsWith(asked.slice(0, length))),
    );
  const measures =
    [4, 2].map((length) => (asked ? beginning(length) : [])).find(({ length }) => length > 0) ?? register;
  const counts = new Map<string, number>();
  for (const good of measures.flatMap(({ goods }) => goods)) {
    if (good !== 'dual-use items') counts.set(good, (counts.get(good) ?? 0) + 1);
  }
  const [first, ...more] = [...counts].sort(([, one], [, other]) => other - one).map(([good]) => good);
  if (!first) return [];
  const family = familyNames.find((name) => name !== first && membersOf(name).includes(first));
  return [
    ...[first, ...more].slice(0, MOST_SINGLE).map((good) => ({
      label: (language === 'en' ? goodSymbol(good) : null) ?? goodName(good, language),
      goods: membersOf(good),
    })),
    ...(family
      ? [{ label: texts[language].whole(goodName(family, language)), goods: membersOf(family) }]
      : []),
  ];
}
