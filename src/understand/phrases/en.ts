import type { Batch, Phrases } from './phrases.ts';
import { proseEn } from './prose-en.ts';
import { sentences } from './sentences-en.ts';

function batch({ count, countWithheld, quantity, firms, complete }: Batch & { complete: boolean }): string {
  const amount =
    count !== null
      ? `: ${count} ${count === 1 ? 'licence' : 'licences'}`
      : quantity
        ? `: "${quantity.words}"`
        : '';
  if (!complete) return amount;
  const missing = [
    ...(countWithheld && !quantity ? ['number'] : []),
    ...(firms && firms.included === null ? [firms.name] : []),
  ];
  const unsaid = missing.length > 0 ? `; ${missing.join(' and ')}: not stated` : '';
  if (!firms || firms.included === null) return amount + unsaid;
  return `${amount}${unsaid}; ${firms.name} ${firms.included ? 'included' : 'excluded'}`;
}

export const en: Phrases = {
  sentences,
  batch,
  marks: { late: 'Late: ', corrected: '[Corrected] ', withdrawn: '[Withdrawn] ', misled: '[Our error] ' },
  unread: ' (text not yet read)',
  done: {
    approve: 'applications approved',
    resume: 'licensed exports resume',
    suspend: 'licensed exports suspended',
    deny: 'some exports banned or licences refused',
    new_control: 'export licence needed',
    relax: 'some licence rules eased',
    suspend_control: 'some controls suspended',
    extend_suspension: 'some controls still on hold',
    procedure: 'licence rules set out',
    clarify: 'controls explained',
    statement: 'a comment on licences',
    other: 'information on licences',
  },
  stated: {
    count: (done, count) => `${done}: ${count}`,
    quantity: (done, { words, original }) => `${done}: "${words}"${original ? ` (${original})` : ''}`,
    goods: (names) => `goods: ${names}`,
    destinations: (names) => `for: ${names}`,
    firms: (name, included) => `${name}: ${included ? 'included' : 'excluded'}`,
    licenceType: { general: 'general licences', individual: 'individual licences' },
    notice: (number) => number,
    from: (day, onIssue) => (onIssue ? `from ${day}, on issue` : `from ${day}`),
    until: (day) => `until ${day}`,
  },
  omitted: {
    number: () => 'how many licences',
    companies: () => 'which companies',
    countries: (_, markets) => `which countries (${markets} …)`,
    firms: (firms) => `whether ${firms} are among them`,
    goods: () => 'which goods',
    elements: () => 'which elements',
    since: () => 'since when',
    'licence-type': () => 'kind of licence',
    recipients: () => 'whom it concerns',
    from: () => 'from when',
    until: () => 'until when',
    'last-day': () => 'if the end day counts',
    decision: () => 'any new decision',
    date: () => 'any date',
    unread: () => 'not known until the text has been read',
  },
  summary: {
    prose: proseEn,
    between: ' ',
    notStated: (omissions) => `Not stated: ${omissions}.`,
    separator: ', ',
    unread: 'Only the title has been read so far.',
  },
};
