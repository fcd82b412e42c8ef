import type { Answer } from '../../src/discord/command.ts';
import type { Button } from '../../src/discord/render/card.ts';
import { type Menu, replyOf } from '../../src/discord/reply.ts';
import type { Language } from '../../src/domain/source.ts';
import { goodsInArchive } from '../../src/store/lookups.ts';
import { familyNames, membersOf } from '../../src/understand/lexicon/families.ts';
import { goodName } from '../../src/understand/lexicon/goods.ts';
import { dayText } from '../../src/understand/phrases/days.ts';
import type { RegisterReport } from '../../src/understand/register/report.ts';
import type { CommandContext } from '../command.ts';
import { shareButton } from '../shared/footing.ts';
import { texts } from '../texts/index.ts';
import { type Asked, reportFor } from './asked.ts';
import { endLines, entriesOf, notNamedLines, pageLines, subjectText } from './lines.ts';
import { type Near, nearGoods } from './near.ts';

const MEASURES_A_PAGE = 10;

/** The page that was asked for. */
export async function show(asked: Asked, language: Language, context: CommandContext): Promise<Answer> {
  const words = texts[language].measures;
  const found = await reportFor(asked, context);
  if (!found) return { note: words.unread };
  const { report, read, readOn } = found;
  if (report.note === 'not-a-code') return { note: words.notACode };
  if (report.notices.count === 0) return { note: words.noNotices };

  const all = entriesOf(report);
  const page = pageOf(asked, all);
  const { count, newestOn } = report.notices;
  const near = report.note ? nearGoods(read, asked, language) : [];
  return {
    reply: replyOf({
      title: [words.title(subjectText(asked, language), dayText(asked.on, language))],
      colour: 'amber',
      lines: [
        ...(report.note ? notNamedLines(asked, language) : []),
        ...pageLines(page, asked, language),
        ...(asked.page === 0 ? endLines(report, asked, language) : []),
      ],
      footer: words.footer(
        count,
        dayText(newestOn ?? asked.on, language, 'short'),
        dayText(readOn, language, 'short'),
      ),
      ...(await controlsOf(asked, { report, near, count: all.length }, language, context)),
    }),
  };
}

/** The measures of one page. */
export function pageOf<Entry>({ page }: Asked, all: readonly Entry[]): Entry[] {
  return all.slice(page * MEASURES_A_PAGE, (page + 1) * MEASURES_A_PAGE);
}

/** To neighbouring pages or goods; the other goods; and what else can be had of this answer. */
async function controlsOf(
  asked: Asked,
  { near, count }: { report: RegisterReport; near: readonly Near[]; count: number },
  language: Language,
  { db, cursors }: CommandContext,
): Promise<{ choices: Button[]; menu: Menu; buttons: Button[] }> {
  const words = texts[language].measures;
  const here = await cursors.save(asked);
  const to = async (label: string, place: Asked): Promise<Button> => ({
    label,
    customId: `measures:${await cursors.save(place)}`,
  });
  const { page } = asked;
  const turns = [
    ...(page > 0 ? [await to(words.back, { ...asked, page: page - 1 })] : []),
    ...((page + 1) * MEASURES_A_PAGE < count ? [await to(words.further, { ...asked, page: page + 1 })] : []),
  ];
  const elements = near.map(({ label, goods }) => to(label, { ...asked, goods, code: null, page: 0 }));
  return {
    choices: [...turns, ...(await Promise.all(elements))].slice(0, 5),
    menu: {
      customId: `measures-goods:${here}`,
      placeholder: words.otherGoods,
      options: goodsOffered(await goodsInArchive(db), language),
    },
    buttons: [
      { label: words.otherDate, customId: `measures-date:${here}` },
      ...(count > 0
        ? [
            { label: words.quotes, customId: `measures-quotes:${here}` },
            { label: texts[language].asCsv, customId: `measures-csv:${here}` },
          ]
        : []),
      shareButton(language),
    ],
  };
}

/** Stands for all goods. */
export const ALL_GOODS = '*';

/** All, then families whose members the archive knows, then single goods; a menu shows the first 25. */
function goodsOffered(archived: readonly string[], language: Language): Menu['options'] {
  const families = familyNames.filter((family) => membersOf(family).some((good) => archived.includes(good)));
  const single = archived.filter((good) => !families.includes(good));
  return [
    { label: texts[language].goodsAll, value: ALL_GOODS },
    ...families.map((good) => ({ label: texts[language].whole(goodName(good, language)), value: good })),
    ...single.map((good) => ({ label: goodName(good, language), value: good })),
  ];
}
