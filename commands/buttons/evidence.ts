import { createHash } from 'node:crypto';
import type { File } from '../../src/discord/command.ts';
import { joined, type Line } from '../../src/discord/render/card.ts';
import { safeUrl } from '../../src/discord/render/links.ts';
import type { Instant } from '../../src/domain/moment.ts';
import { judgedAs, type Language } from '../../src/domain/source.ts';
import type { StoryView } from '../../src/domain/story.ts';
import type { StoryEvidence } from '../../src/store/evidence.ts';
import { dayText } from '../../src/understand/phrases/days.ts';
import type { CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';

/** "2031-03-04 09:00:05 UTC": evidence is compared with logs, so it is the same for every reader. */
export function exactTime(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** When it was published, as precisely as its page says, first seen and sent. */
export function timesLine(view: StoryView, sentAt: Instant | null, language: Language): Line {
  const { why: words } = texts[language];
  const { published, firstSeenAt } = view;
  return [
    [
      ...(published ? [`${words.published} ${publishedText(published, language)}`] : [words.undated]),
      `${words.firstSeen} ${exactTime(firstSeenAt)}`,
      ...(sentAt === null ? [] : [`${words.sent} ${exactTime(sentAt)}`]),
    ].join(' · '),
  ];
}

function publishedText({ precision, on, at }: NonNullable<StoryView['published']>, language: Language) {
  const when = at === null ? dayText(on, language) : exactTime(at);
  return when + texts[language].why.precision[precision];
}

export function revisionLines(view: StoryView, evidence: StoryEvidence | null, language: Language): Line[] {
  const { why: words } = texts[language];
  return [
    ...(evidence
      ? [[words.revision(evidence.revision, evidence.revisions, exactTime(evidence.seenAt))]]
      : []),
    ...(view.textRead ? [] : [[words.titleOnly]]),
  ];
}

/** The text as it was read, as a file, and the hash of exactly its bytes. */
export function fileOf(view: StoryView, evidence: StoryEvidence): File & { sha256: string } {
  const { title, text, revision } = evidence;
  const bytes = Buffer.from([title, ...(text ? [text] : [])].join('\n\n'), 'utf8');
  const called = view.facts.announcementNo ?? `story ${view.storyId}`;
  const name = [view.published?.on ?? '', called, `revision ${revision}`]
    .join(' ')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: `${name}.txt`, bytes, description: title.slice(0, 1000), sha256 };
}

/** Where it was read, and the languages in which it could be expected and was not seen. */
export function addressLine(view: StoryView, language: Language, { names }: CommandContext): Line {
  const { why: words } = texts[language];
  const links = view.links.flatMap(({ url, sourceId }): Line[] => {
    const safe = safeUrl(url);
    return safe ? [[{ label: `${names.sourceName(sourceId)[language]} ↗`, url: safe }]] : [];
  });
  const written = view.links.map((link) => judgedAs(link.language));
  const unseen = written.includes('en') ? [] : [[words.noEnglish]];
  return [`${words.addresses} `, ...joined([...links, ...unseen], ' · ')];
}
