import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Answer } from '../src/discord/command.ts';
import type { Line } from '../src/discord/render/card.ts';
import { replyOf } from '../src/discord/reply.ts';
import { languageOf } from '../src/discord/texts.ts';
import type { Evidence, Facts } from '../src/domain/facts.ts';
import type { Language } from '../src/domain/source.ts';
import { fromJson } from '../src/store/columns.ts';
import { goodsInArchive } from '../src/store/lookups.ts';
import { countAllReports, countReports, reportFacts } from '../src/store/reports.ts';
import { goodName } from '../src/understand/lexicon/goods.ts';
import { dayText } from '../src/understand/phrases/days.ts';
import { goodsForms } from '../src/understand/phrases/goods.ts';
import { placesText } from '../src/understand/phrases/places.ts';
import { quantityOf } from '../src/understand/phrases/quantity.ts';
import type { Command, CommandContext } from './command.ts';
import { footing, shareButton } from './shared/footing.ts';
import { completeGoods, goodsText, isFamily, parseGoods, unknownGoodsNote } from './shared/goods.ts';
import { inChinese } from './shared/localised.ts';
import { loadPlace, type Place, storyPage } from './shared/paging.ts';
import { type Listed, listed, sourceLink } from './shared/story-lines.ts';
import { texts } from './texts/index.ts';

/** Reports of licences: they are counted, never numbered as the ministry's batches. */
export const batches: Command = {
  data: new SlashCommandBuilder()
    .setName('batches')
    .setContexts(InteractionContextType.Guild)
    .setDescription('Reports of export licences granted, per goods')
    .setDescriptionLocalizations(inChinese('各物项许可获批的历次通报', '各物項許可獲批的歷次通報'))
    .addStringOption((option) =>
      option
        .setName('goods')
        .setDescription('These goods, separated by commas; left out: one line for each')
        .setDescriptionLocalizations(
          inChinese('这些物项，用逗号分隔；不填则每项一行', '這些物項，用逗號分隔；不填則每項一行'),
        )
        .setAutocomplete(true),
    ),

  async execute(interaction, context) {
    const language = languageOf(interaction);
    const { goods, unknown } = parseGoods(interaction.options.getString('goods'));
    if (unknown.length > 0) return unknownGoodsNote(unknown, language);
    return goods.length === 0
      ? overview(language, context)
      : reports({ goods, trail: [] }, language, context);
  },

  async complete(interaction, { db }) {
    const written = interaction.options.getFocused();
    return completeGoods(written, await goodsInArchive(db), languageOf(interaction));
  },

  buttons: {
    batches: {
      shows: 'in-place',
      async answer(interaction, id, context) {
        const language = languageOf(interaction);
        const place = await loadPlace(id, context);
        return place ? reports(place, language, context) : { note: texts[language].expired };
      },
    },
  },
};

async function reports(place: Place, language: Language, context: CommandContext): Promise<Answer> {
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
      buttons: [...page.buttons, shareButton(language)],
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
    ...(goods ? [goods] : []),
    ...(places ? [words.forPlaces(places)] : []),
  ];
  return [
    { bold: dayText(story.publishedOn, language, 'short') },
    `  ${parts.join(' · ')}`,
    ...sourceLink(lead?.url, language),
  ];
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
async function overview(language: Language, context: CommandContext): Promise<Answer> {
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
      buttons: [shareButton(language)],
    }),
  };
}
