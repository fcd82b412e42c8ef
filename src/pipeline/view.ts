import { judgedAs, type Language, type SourceLanguage } from '../domain/source.ts';
import type { StoryView } from '../domain/story.ts';
import { sourceById } from '../sources/known.ts';
import { fromJson } from '../store/columns.ts';
import { latestRevision } from '../store/items.ts';
import { reportsUpTo } from '../store/reports.ts';
import { rewordings } from '../store/rewordings.ts';
import type { Db, RevisionRow, StoryRow } from '../store/schema.ts';
import {
  type CurrentAnnouncement,
  currentAnnouncements,
  storiesLedBy,
  storyPages,
} from '../store/stories.ts';
import { storyTexts } from '../store/story-texts.ts';
import { answerPlace, silentAnswers } from '../understand/answers.ts';
import { type Answered, answersOf } from '../understand/classify.ts';
import { disagreementsAmong } from './differences.ts';
import { isFirstGeneral, lastReportBefore } from './last-report.ts';
import { modelSummaryOf } from './model-summary.ts';
import { registerNoteOn } from './register-note.ts';

/** All that a message about a Story shows, as it is known now. */
export async function viewOf(db: Db, story: StoryRow): Promise<StoryView> {
  const pages = await storyPages(db, story.id);
  const lead = pages.find((page) => page.itemId === story.leadItemId);
  const revision = await latestRevision(db, story.leadItemId);
  const announcements = await currentAnnouncements(db, story.leadItemId);
  const announcement = announcements.find(({ part }) => part === story.leadPart);
  const texts = await storyTexts(db, story);
  const answers = isAnswer(announcement) ? answersIn(revision, lead?.sourceId) : [];
  const [reworded] = await rewordings(db, story.id);
  const facts = fromJson(story.facts);
  const evidence = announcement ? fromJson(announcement.evidence) : {};
  const language = lead ? judgedAs(languageOf(lead.sourceId)) : 'en';
  const links = pages
    .filter((page) => page.body !== 'withdrawn' || page.itemId === story.leadItemId)
    .map(({ url, sourceId, title }) => ({ url, sourceId, title, language: languageOf(sourceId) }));

  return {
    storyId: story.id,
    authorityId: story.authorityId,
    kind: story.kind,
    tier: story.tier,
    facts,
    evidence,
    language,
    links: links.sort((a, b) => Number(b.url === lead?.url) - Number(a.url === lead?.url)),
    issuer: revision?.issuer ?? null,
    published: story.published ? fromJson(story.published) : null,
    firstSeenAt: story.firstSeenAt,
    lateness: lead?.lateness ?? 'fresh',
    textRead: revision?.textRead === 1,
    corrections: fromJson(story.corrections),
    withdrawnAt: story.withdrawnAt,
    ...(story.withdrawnBy && { withdrawnBy: story.withdrawnBy }),
    alsoHere: await toldAlong(db, story, { announcements, answers, language }),
    answer: answerPlace(answers, evidence),
    silentAnswers: silentAnswers(answers),
    rewordedAt: reworded?.seenAt ?? null,
    rewordedIn: reworded?.sourceId ?? null,
    report: story.kind === 'batch' ? await reportsUpTo(db, story, facts.goods) : null,
    lastReport: await lastReportBefore(db, story, { goods: facts.goods, evidence, language }, languageOf),
    firstGeneral: await isFirstGeneral(db, story, facts),
    disagreements: disagreementsAmong(story, texts, languageOf),
    modelSummary: await modelSummaryOf(db, story, revision),
    register: await registerNoteOn(db, story, texts, revision?.textRead === 1),
  };
}

const isAnswer = (announcement: CurrentAnnouncement | undefined) =>
  announcement !== undefined && (announcement.part !== '' || announcement.question !== null);

/** Reading a transcript again is cheap, and only what it says now has places in it. */
function answersIn(revision: RevisionRow | undefined, sourceId: string | undefined): Answered[] {
  if (!revision) return [];
  const { title, text, issuer } = revision;
  const country = sourceId && sourceById(sourceId)?.authority.country;
  return answersOf({ title, text, issuer, ...(country && { country }) });
}

/** The page that a Story is told by: what it announces, answer by answer, and as which language it was judged. */
interface LeadPage {
  announcements: CurrentAnnouncement[];
  answers: Answered[];
  language: Language;
}

/** What the page tells besides this Story. */
async function toldAlong(
  db: Db,
  story: StoryRow,
  { announcements, answers, language }: LeadPage,
): Promise<StoryView['alsoHere']> {
  const others = await storiesLedBy(db, story.leadItemId, story.id);
  return others
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ id, kind, tier, facts, leadPart }) => {
      const announcement = announcements.find(({ part }) => part === leadPart);
      const evidence = announcement ? fromJson(announcement.evidence) : {};
      const answer = answerPlace(answers, evidence);
      return { storyId: id, kind, tier, facts: fromJson(facts), evidence, language, answer };
    });
}

/** A Source taken out of the catalogue keeps its archive; its pages are taken for English. */
const languageOf = (sourceId: string): SourceLanguage => sourceById(sourceId)?.language ?? 'en';
