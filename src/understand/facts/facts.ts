import type { Evidence, Facts, Quote } from '../../domain/facts.ts';
import type { Weighed } from '../fire.ts';
import type { Passage } from '../passage.ts';
import { announcementNoOf } from './announcement-number.ts';
import { effectiveDateOf, expiryDateOf } from './dates.ts';
import { destinationsOf } from './destinations.ts';
import { goodsOf } from './goods.ts';
import { licencesOf, licenceTypeOf } from './licences.ts';
import { quotesOfAction, type Stated, speechOf } from './speech.ts';
import { usFirmsOf } from './us-firms.ts';

/** What a text that was found relevant states, and the words that state it. Only what is quoted is a fact. */
export function factsOf(
  passage: Passage,
  weighed: Weighed[],
  decidedBy: string | null,
): { facts: Facts; evidence: Evidence } {
  const speech = speechOf(passage, weighed);
  if (!speech) throw new TypeError('no sentence of this text speaks of licences');
  const destinations = destinationsOf(speech, decidedBy);
  const licences = licencesOf(speech);
  const stated = {
    goods: goodsOf(speech),
    destinations,
    licencesCount: licences.count,
    announcementNo: announcementNoOf(speech),
    effectiveDate: effectiveDateOf(speech),
    expiryDate: expiryDateOf(speech),
    usFirms: usFirmsOf(speech, destinations?.value ?? [], licences.count?.value ?? null),
    licenceType: licenceTypeOf(speech),
  };
  const evidence: Evidence = { action: quotesOfAction(speech), ...quotesOf(stated) };
  if (licences.quantity.length > 0) evidence.quantity = licences.quantity;
  return {
    facts: {
      action: speech.action,
      goods: stated.goods?.value ?? [],
      destinations: destinations?.value ?? [],
      licencesCount: stated.licencesCount?.value ?? null,
      announcementNo: stated.announcementNo?.value ?? null,
      effectiveDate: stated.effectiveDate?.value ?? null,
      expiryDate: stated.expiryDate?.value ?? null,
      usFirms: stated.usFirms?.value ?? null,
      licenceType: stated.licenceType?.value ?? null,
    },
    evidence,
  };
}

function quotesOf(stated: Record<string, Stated<unknown> | null>): Record<string, Quote[]> {
  const quotes: Record<string, Quote[]> = {};
  for (const [name, fact] of Object.entries(stated)) if (fact) quotes[name] = fact.quotes;
  return quotes;
}
