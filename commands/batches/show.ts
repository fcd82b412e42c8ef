import type { Answer } from '../../src/discord/command.ts';
import type { Button, Line } from '../../src/discord/render/card.ts';
import { texts as messageTexts } from '../../src/discord/render/texts/index.ts';
import { replyOf } from '../../src/discord/reply.ts';
import type { Evidence, Facts } from '../../src/domain/facts.ts';
import type { Language } from '../../src/domain/source.ts';
import { fromJson } from '../../src/store/columns.ts';
import { countAllReports, countReports, reportFacts } from '../../src/store/reports.ts';
import { goodName } from '../../src/understand/lexicon/goods.ts';
import { dayText } from '../../src/understand/phrases/days.ts';
import { goodsForms } from '../../src/understand/phrases/goods.ts';
import { placesText } from '../../src/understand/phrases/places.ts';
import { quantityOf } from '../../src/understand/phrases/quantity.ts';
import type { CommandContext } from '../command.ts';
import { footing, shareButton } from '../shared/footing.ts';
import { goodsText, isFamily } from '../shared/goods.ts';
import { type Place, storyPage } from '../shared/paging.ts';
import { type Listed, listed, sourceLink } from '../shared/story-lines.ts';
import { texts } from '../texts/index.ts';

/** The reports about some goods, page by page. */
export async function reports(place: Place, language: Language, context: CommandContext): Promise<Answer> {
  const { batches: words } = texts[language];
  const all = await reportFacts(context.db, place.goods);
  const name = goodsText(place.goods, language);
  const oldest = all.at(-1);
  if (!oldest) return { note: words.none(name) };

  const list = { kind: 'batch', button: 'batches', texts: texts[language] } as const;
  const page = await storyPage(place, list, context);
  const lines = (await listed(page.stories, context)).map((each) => reportLine(each, place.goods, language));
  const since = dayText(oldest.publishedOn, language, 'short');
  return {
    reply: replyOf({
      title: [words.title(name, all.length, since)],
      colour: 'green',
      lines: [
        ...lines,
        [missingFrom(all, language)],
        [{ italic: words.notNumbered }],
        await footing(context, language),
      ],
      buttons: [...page.buttons, await csvButton(place.goods, language, context), shareButton(language)],
    }),
  };
}

/** "**19 Jun 2025** "a certain number" (一定数量) · for the EU · source". */
function reportLine({ story, lead, written }: Listed, asked: readonly string[], language: Language): Line {
  const { batches: words } = texts[language];
  const facts = fromJson(story.facts);
  const places = placesText(facts.destinations, language);
  const [only, ...more] = facts.goods;
  const asAsked = more.length === 0 && only !== undefined && (asked.length === 1 || isFamily(only));
  const goods = asAsked ? undefined : goodsForms(facts.goods, language).at(-1)?.noun;
  const parts = [
    quantityText(facts, lead?.evidence ?? {}, written, language),
    ...(facts.licenceType ? [messageTexts[language].licenceType[facts.licenceType]] : []),
    ...(goods ? [goods] : []),
    ...(places ? [words.forPlaces(places)] : []),
  ];
  return [
    { bold: dayText(story.publishedOn, language, 'short') },
    `  ${parts.join(' · ')}`,
    ...sourceLink(lead?.url, language),
  ];
}

/** Leads to all reports about some goods as a table; about any where none are named. */
async function csvButton(goods: string[], language: Language, { cursors }: CommandContext): Promise<Button> {
  return {
    label: texts[language].asCsv,
    customId: `batches-csv:${await cursors.save({ goods, trail: [] } satisfies Place)}`,
  };
}

/** A number, else the ministry's own word for how many, with our gloss where it is in another language. */
function quantityText(facts: Facts, evidence: Evidence, written: Language, language: Language): string {
  const { batches: words } = texts[language];
  if (typeof facts.licencesCount === 'number') return words.count(facts.licencesCount);
  const quantity = quantityOf(evidence, written, language);
  if (!quantity) return words.noQuantity;
  const original = quantity.original ? ` (${quantity.original})` : '';
  return language === 'zh' ? `“${quantity.words}”` : `"${quantity.words}"${original}`;
}

/** What no report says, or how many do: "No report gives a number. US firms: not stated in any." */
function missingFrom(all: readonly { facts: Facts }[], language: Language): string {
  const { batches: words } = texts[language];
  const numbers = all.filter(({ facts }) => typeof facts.licencesCount === 'number').length;
  const firms = all.filter(({ facts }) => facts.usFirms === 'yes' || facts.usFirms === 'no').length;
  return [
    numbers === 0 ? words.noNumbers : words.someNumbers(numbers, all.length),
    firms === 0 ? words.noUsFirms : words.someUsFirms(firms),
  ].join(language === 'zh' ? '' : ' ');
}

/** One line for each of the goods, the one reported last first. */
export async function overview(language: Language, context: CommandContext): Promise<Answer> {
  const { batches: words } = texts[language];
  const perGood = await countReports(context.db);
  const { reports: total, withoutGoods } = await countAllReports(context.db);
  if (total === 0) return { note: words.none(null) };

  const lines = perGood.map(({ good, reports: count, first, last }): Line => {
    const [from, to] = [first, last].map((on) => dayText(on, language, 'short')) as [string, string];
    return [{ bold: goodName(good, language) }, `  ${words.perGood(count, from, to)}`];
  });
  return {
    reply: replyOf({
      title: [words.titleAll(total)],
      colour: 'green',
      lines: [
        [{ italic: words.notNumbered }],
        ...lines,
        ...(withoutGoods > 0 ? [[words.withoutGoods(withoutGoods)]] : []),
        await footing(context, language),
      ],
      menu: {
        customId: 'batches-goods:',
        placeholder: words.open,
        options: perGood.map(({ good, reports: count }) => ({
          label: words.option(goodName(good, language), count),
          value: good,
        })),
      },
      buttons: [await csvButton([], language, context), shareButton(language)],
    }),
  };
}
