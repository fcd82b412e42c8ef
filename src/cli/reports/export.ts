import type { Facts } from '../../domain/facts.ts';
import { sourceById } from '../../sources/known.ts';
import { fromJson } from '../../store/columns.ts';
import type { ReportedText } from '../../store/feedback.ts';
import type { GoldRow } from '../eval/gold.ts';

/** A confirmed report as `wire eval` reads it: the text, and what a person says is right about it. */
export function goldRowOf(report: ReportedText): GoldRow & Record<string, unknown> {
  const { id, sourceId, title, text, url, storyId, hash } = report;
  const source = sourceById(sourceId);
  const relevant = report.relevant === 1;
  const facts = report.facts === null ? null : fromJson(report.facts);
  return {
    id: `report-${id}`,
    lang: source?.language ?? null,
    date: report.published === null ? null : fromJson(report.published).on,
    ...{ title, text, url },
    source: sourceId,
    text_kind: 'verbatim',
    origin: `report ${id}, text ${hash}`,
    relevant,
    authority: relevant ? (source?.authority.country ?? null) : null,
    event: `story-${storyId}`,
    facts: relevant && facts ? facts : nothing,
    accept: {},
    evidence: fromJson(report.evidence).action?.[0]?.words ?? title,
  };
}

const nothing: { [Name in keyof Facts]: Name extends 'goods' | 'destinations' ? [] : null } = {
  action: null,
  goods: [],
  destinations: [],
  licencesCount: null,
  announcementNo: null,
  effectiveDate: null,
  expiryDate: null,
  usFirms: null,
  licenceType: null,
};
