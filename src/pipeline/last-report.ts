import type { Evidence, Facts } from '../domain/facts.ts';
import { judgedAs, type Language, type SourceLanguage } from '../domain/source.ts';
import type { LastReport } from '../domain/story.ts';
import { previousReport, quotesOf, toldOfGeneral } from '../store/previous-report.ts';
import type { Db, StoryRow } from '../store/schema.ts';
import { relatedTo } from '../understand/lexicon/families.ts';
import { changeSince } from '../understand/wording.ts';

/**
 * How a report of licences or a statement differs in its words from the one before it. Only words of one language
 * are compared: our gloss of the other would not be the ministry's words.
 */
export async function lastReportBefore(
  db: Db,
  story: StoryRow,
  lead: { goods: readonly string[]; evidence: Evidence; language: Language },
  languageOf: (sourceId: string) => SourceLanguage,
): Promise<LastReport | null> {
  if (story.kind === 'measure') return null;
  const previous = await previousReport(db, story, lead.goods);
  if (!previous) return null;

  const pages = (await quotesOf(db, previous.id)).filter(
    ({ sourceId }) => judgedAs(languageOf(sourceId)) === lead.language,
  );
  const page =
    pages.find(({ itemId, part }) => itemId === previous.leadItemId && part === previous.leadPart) ??
    pages[0];
  const change =
    page && changeSince(page.evidence, lead.evidence, { kind: story.kind, language: lead.language });
  return change ? { storyId: previous.id, publishedOn: previous.publishedOn, change } : null;
}

/** Whether no report of general licences for goods of this family came before. Of no goods nothing can be said. */
export async function isFirstGeneral(db: Db, story: StoryRow, facts: Facts): Promise<boolean> {
  if (story.kind !== 'batch' || facts.licenceType !== 'general' || facts.goods.length === 0) return false;
  return !(await toldOfGeneral(db, story, relatedTo(facts.goods)));
}
