import type { Detail, Relation } from '../../domain/details.ts';
import { type Facts, kindOf } from '../../domain/facts.ts';
import type { Notice, NoticeRef } from '../../domain/measure.ts';
import type { Day } from '../../domain/moment.ts';

/** All that the texts of one notice state together. */
export interface Numbered {
  key: string;
  ref: NoticeRef;
  facts: Facts;
  relations: Relation[];
  controlCodes: string[];
  hsCodes: string[];
  /** A speech about the notice, the notice itself not having been read. It moves no date. */
  spoken: boolean;
}

/** Tells notices apart. Numbers are given by each authority for itself, and start anew each year. */
export function noticeKey(authorityId: string, announcementNo: string): string {
  return `${authorityId}/${announcementNo}`;
}

/** The day from which a notice acts: the date it states, else that of its publication. */
export function startOf({ facts, ref }: Numbered): Day {
  return facts.effectiveDate ?? ref.publishedOn;
}

/**
 * One entry a notice, in the order of publication whatever the order of arrival. Where several texts carry its
 * number, as a translation does, they are united, and where they differ the one in Chinese leads, else the earliest;
 * what was said *about* the notice counts only where nothing else was read.
 */
export function byNumber(notices: readonly Notice[]): Map<string, Numbered> {
  const texts = Map.groupBy(notices.toSorted(byAge), (one) => noticeKey(one.authorityId, one.announcementNo));
  return new Map([...texts].map(([key, group]) => [key, unite(key, group)]));
}

function unite(key: string, group: readonly Notice[]): Numbered {
  const written = group.filter((notice) => !isSpeech(notice));
  const texts = originalsFirst(written.length > 0 ? written : group);
  const [lead] = texts;
  if (!lead) throw new RangeError(`no text of ${key}`);

  const { facts: leading, details: _, ...ref } = lead;
  const facts: Facts = {
    ...leading,
    goods: union(texts.map(({ facts }) => facts.goods)),
    destinations: union(texts.map(({ facts }) => facts.destinations)),
    effectiveDate: firstOf(texts, ({ facts }) => facts.effectiveDate),
    expiryDate: firstOf(texts, ({ facts }) => facts.expiryDate),
    licenceType: firstOf(texts, ({ facts }) => facts.licenceType),
  };
  return {
    key,
    ref,
    facts,
    relations: distinct(
      texts.flatMap(({ details }) => details.relations).filter(({ notice }) => notice !== ref.announcementNo),
      ({ kind, notice, section }) => [kind, notice, section].join(),
    ),
    controlCodes: union(texts.map(({ details }) => valuesOf(details.controlCodes))),
    hsCodes: union(texts.map(({ details }) => valuesOf(details.hsCodes))),
    spoken: written.length === 0,
  };
}

/** A translation that states another day than the text it is of, or is not corrected with it, leads nothing. */
function originalsFirst(texts: readonly Notice[]): Notice[] {
  const isOriginal = ({ title }: Notice) => /\p{Script=Han}/u.test(title);
  return [...texts.filter(isOriginal), ...texts.filter((text) => !isOriginal(text))];
}

/** A speech never moves a legal date, whatever number it mentions. Numbered notices "on other matters" are no speech. */
function isSpeech({ facts }: Notice): boolean {
  return kindOf(facts) === 'statement' && facts.action !== 'other';
}

function valuesOf(details: Detail<string>[]): string[] {
  return details.map(({ value }) => value);
}

function union(lists: string[][]): string[] {
  return [...new Set(lists.flat())];
}

/** The first of those that share a key. */
export function distinct<Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[] {
  return [...new Map(values.toReversed().map((value) => [keyOf(value), value])).values()].toReversed();
}

function firstOf<Value>(texts: readonly Notice[], read: (notice: Notice) => Value | null): Value | null {
  return texts.map(read).find((value) => value !== null) ?? null;
}

const collator = new Intl.Collator('en', { numeric: true });

/** The older first, then No. 9 before No. 10. It looks at nothing that depends on the order of arrival. */
export function byAge(one: Partial<NoticeRef>, other: Partial<NoticeRef>): number {
  const fields = ['publishedOn', 'authorityId', 'announcementNo', 'url', 'title'] as const;
  return fields.reduce((order, field) => order || collator.compare(one[field] ?? '', other[field] ?? ''), 0);
}
