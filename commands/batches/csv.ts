import { fromJson } from '../../src/store/columns.ts';
import { findStories } from '../../src/store/lookups.ts';
import { quantityOf } from '../../src/understand/phrases/quantity.ts';
import type { CommandContext } from '../command.ts';
import { type Cell, tableButton } from '../shared/csv.ts';
import { goodsText } from '../shared/goods.ts';
import { loadPlace } from '../shared/paging.ts';
import { type Listed, listed } from '../shared/story-lines.ts';
import { texts } from '../texts/index.ts';

/** Far more reports than ministries have made; a table is no archive. */
const MOST_ROWS = 2000;

const header = [
  'published_on',
  'authority',
  'action',
  'goods',
  'destinations',
  'licences_count',
  'quantity_words',
  'quantity_in_english',
  'us_firms',
  'licence_type',
  'announcement_no',
  'headline',
  'story',
  'source',
];

/** Every report of licences about the goods of a list, newest first, as a table. */
export const csv = tableButton(async (id, language, context) => {
  const place = await loadPlace(id, context);
  if (!place) return null;
  const found = await findStories(context.db, { kind: 'batch', goods: place.goods, limit: MOST_ROWS });
  const rows = (await listed(found, context)).map((each) => rowOf(each, context));
  const title = texts[language].batches.titleAll(rows.length);
  const description = `${title}: ${goodsText(place.goods, language)}`;
  return { name: 'licences.csv', header, rows, title, description, colour: 'green' };
});

function rowOf({ story, summary, lead, written }: Listed, { names }: CommandContext): Cell[] {
  const facts = fromJson(story.facts);
  const evidence = lead?.evidence ?? {};
  return [
    ...[story.publishedOn, names.authorities(story.authorityId).name.en, facts.action],
    ...[facts.goods, facts.destinations],
    facts.licencesCount,
    ...[evidence.quantity?.[0]?.words ?? null, quantityOf(evidence, written, 'en')?.words ?? null],
    ...[facts.usFirms, facts.licenceType, facts.announcementNo],
    ...[summary.headline.en, story.id, lead?.url ?? null],
  ];
}
