import { changedFacts, type Evidence } from '../domain/facts.ts';
import type { Names } from '../domain/source.ts';
import { check } from '../model/check.ts';
import { type Material, materialOf } from '../model/material.ts';
import { sourceById } from '../sources/known.ts';
import { fromJson } from '../store/columns.ts';
import { acceptedText } from '../store/model-texts.ts';
import type { Db, RevisionRow, StoryRow } from '../store/schema.ts';
import { currentAnnouncements, storyPages } from '../store/stories.ts';

/**
 * What a model is asked about a Story, from this Revision of its leading text. Null where the Source has left the
 * catalogue: then nobody says whose text it is.
 */
export async function materialFor(db: Db, story: StoryRow, revision: RevisionRow): Promise<Material | null> {
  const pages = await storyPages(db, story.id);
  const lead = pages.find(({ itemId }) => itemId === story.leadItemId);
  const authority = lead && sourceById(lead.sourceId)?.authority;
  if (!authority) return null;

  const announcements = await currentAnnouncements(db, story.leadItemId);
  const announcement = announcements.find(({ part }) => part === story.leadPart);
  const evidence: Evidence = announcement ? fromJson(announcement.evidence) : {};
  const { title, text, issuer } = revision;
  const publishedOn = story.published && fromJson(story.published).on;
  const document = { title, text, issuer, publishedOn, country: authority.country };
  return materialOf(document, { facts: fromJson(story.facts), evidence }, authority);
}

/**
 * What a model wrote and was accepted of the newest Revision. Facts that have changed since, corrected by a person
 * or joined by another page, decide anew: a text that they do not bear out is not shown any more.
 */
export async function modelSummaryOf(
  db: Db,
  story: StoryRow,
  revision: RevisionRow | undefined,
): Promise<Names | null> {
  const written = revision && (await acceptedText(db, story.id, revision.id));
  if (!revision || written?.en == null || written.zh == null) return null;

  const texts = { en: written.en, zh: written.zh };
  if (changedFacts(fromJson(written.facts), fromJson(story.facts)).length === 0) return texts;
  const material = await materialFor(db, story, revision);
  return material && check(texts, material).accepted ? texts : null;
}
