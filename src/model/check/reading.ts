import type { Action, Facts } from '../../domain/facts.ts';
import { judge } from '../../understand/classify.ts';
import { countryOfCode } from '../../understand/lexicon/countries.ts';
import { passageOf } from '../../understand/passage.ts';
import type { Material } from '../material.ts';
import type { Finding } from './found.ts';

/** Whether goods go more freely. Nothing is said of what neither opens nor closes. */
const directions: Partial<Record<Action, 'opens' | 'closes'>> = {
  approve: 'opens',
  resume: 'opens',
  relax: 'opens',
  suspend_control: 'opens',
  extend_suspension: 'opens',
  suspend: 'closes',
  deny: 'closes',
  new_control: 'closes',
};
/** What nobody may report where the facts do not hold it. */
const decisions = new Set<Action>(['approve', 'resume', 'suspend', 'deny']);

/** No notice says what it does after more. */
const MOST_SENTENCES = 80;

const usFirms =
  /\b(?:US|U\.S\.|American|United States) (?:[\w-]+ )?(?:firms?|compan(?:y|ies)|buyers?|customers?|users?|end[- ]users?|manufacturers?|carmakers?|importers?|entit(?:y|ies))\b|美(?:国|方)?(?:的)?(?:企业?|公司|客户|用户|买家|厂商|实体)/;

/**
 * The model's text, read as a text of the ministry is: it may state no fact that the source does not, nor another
 * action. That finds a reversal such as "refused" for "approved" where our lexicon knows the words, and no others.
 */
export function misread(text: string, source: string, { document, facts, authority }: Material): Finding[] {
  const read = judge({ ...document, title: '', text }).parts[0];
  const firms = usFirms.exec(text)?.[0];
  return [
    ...(firms && facts.usFirms !== 'yes' && facts.usFirms !== 'no' && !usFirms.test(source)
      ? [{ words: firms, says: 'speaks of US firms, of which nothing is stated' }]
      : []),
    ...(read ? contradictions(read.facts, facts, () => actionsIn(source)) : []),
    ...(read?.decidedBy && read.decidedBy !== countryOfCode(authority.country)
      ? [{ words: read.decidedBy, says: 'is said to decide, and the source is of another authority' }]
      : []),
  ];
}

/**
 * Whether a source that says its own action says another one, too: that it suspends an earlier notice. Decisions on
 * licences are not beside one another: sixty granted and others refused would become sixty refused.
 */
function isBeside(own: Action, other: Action, alsoSaid: () => Set<Action>): boolean {
  if (decisions.has(own) || decisions.has(other)) return false;
  const said = alsoSaid();
  return said.has(own) && said.has(other);
}

/** What the sentences of a source say, each by itself. */
function actionsIn(source: string): Set<Action> {
  const { sentences } = passageOf({ title: '', text: source });
  const read = sentences
    .slice(0, MOST_SENTENCES)
    .map(({ folded }) => judge({ title: '', text: folded }).parts[0]);
  return new Set(read.flatMap((part) => part?.facts.action ?? []));
}

function contradictions(read: Facts, known: Facts, alsoSaid: () => Set<Action>): Finding[] {
  const findings: Finding[] = [];
  const differ = (fact: keyof Facts, value: string | number) =>
    findings.push({ words: String(value), says: `is read as the ${fact}, which the facts do not hold` });

  const [said, meant] = [directions[read.action], directions[known.action]];
  const reversed = said !== undefined && meant !== undefined && said !== meant;
  const invented = decisions.has(read.action) && meant === undefined;
  if ((reversed || invented) && !isBeside(known.action, read.action, alsoSaid)) {
    differ('action', read.action);
  }
  if (typeof read.licencesCount === 'number' && read.licencesCount !== known.licencesCount) {
    differ('licencesCount', read.licencesCount);
  }
  for (const fact of ['effectiveDate', 'expiryDate', 'licenceType'] as const) {
    const value = read[fact];
    if (value !== null && value !== known[fact]) differ(fact, value);
  }
  if ((read.usFirms === 'yes' || read.usFirms === 'no') && read.usFirms !== known.usFirms) {
    differ('usFirms', read.usFirms);
  }
  return findings;
}
