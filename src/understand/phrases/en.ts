import { dayText } from './days.ts';
import type { Batch, Effect, Phrases, Sentence, Told } from './phrases.ts';

const effects: Record<Effect['when'], (day: string) => string> = {
  'at-once': () => ', at once',
  later: (day) => ` from ${day}`,
  before: (day) => `, in force since ${day}`,
};

const adjective = (told: Told) => (told.goods ? `${told.goods.adjective} ` : '');
const to = (told: Told) => (told.to ? ` to ${told.to}` : '');
const forPlace = (told: Told) => (told.to ? ` for ${told.to}` : '');
const until = (told: Told) => (told.until ? ` until ${dayText(told.until, 'en', 'short')}` : '');

function licences(told: Told): string {
  return `${told.licenceType ?? 'export'} licences`;
}

function effect(told: Told): string[] {
  return told.effect ? [effects[told.effect.when](dayText(told.effect.on, 'en', 'short'))] : [];
}

function notice(told: Told): string[] {
  return told.notice ? [` (${told.notice})`, ` (${told.notice.replace(/ of \d+$/, '')})`] : [];
}

function symbols(told: Told): string[] {
  const elements = told.goods?.symbols;
  if (!elements) return [];
  return [told.batch ? ` (${elements})` : `: ${elements}`];
}

function sentence(told: Told, core: string, rest = ''): Sentence {
  return { leads: [{ core, rest }], optional: [effect(told), symbols(told), notice(told)] };
}

function approve(told: Told): Sentence {
  const goods = adjective(told);
  return {
    leads: [
      // Cut at "approve" it still says what happened; the usual line is one letter too long.
      { core: `${told.who} says ${goods}${licences(told)} approve`, rest: `d${forPlace(told)}` },
      {
        core: `${told.who} says it approved ${goods}`.trimEnd(),
        rest: ` ${licences(told)}${forPlace(told)}`,
      },
    ],
    optional: [symbols(told), notice(told)],
  };
}

/** Whole countries are said to be banned only where the quoted words ban them. */
function deny(told: Told): Sentence {
  const { who, scopes } = told;
  const military = [
    ...(scopes.has('military-users') ? ['users'] : []),
    ...(scopes.has('military-uses') ? ['uses'] : []),
  ];
  if (military.length > 0) {
    const place = told.to ? ` in ${told.to}` : '';
    return sentence(
      told,
      `${who} bans ${adjective(told)}exports`,
      ` to military ${military.join(' and ')}${place}`,
    );
  }
  if (scopes.has('entities')) {
    const place = told.to ? ` in ${told.to}` : '';
    return sentence(told, `${who} bans ${adjective(told)}exports`, ` to listed entities${place}`);
  }
  if (scopes.has('in-principle')) {
    return sentence(told, `${who} refuses in principle ${adjective(told)}exports`, to(told));
  }
  return sentence(told, `${who} refuses ${adjective(told)}${licences(told)}`, forPlace(told));
}

function newControl(told: Told): Sentence {
  const { who, goods } = told;
  if (!goods) return sentence(told, `${who} adds export licence requirements`, forPlace(told));
  return {
    leads: [
      { core: `${who} puts ${goods.noun} under export`, rest: ` licence${forPlace(told)}` },
      { core: `${who} controls ${goods.noun}`, rest: `: export licence needed${forPlace(told)}` },
    ],
    optional: [effect(told), symbols(told), notice(told)],
  };
}

/** A notice holds other notices, never "the controls": the line must stay true where it is cut. */
function hold(told: Told, verb: string, after: string): Sentence {
  return {
    leads: [
      { core: `${told.who} ${verb} some ${adjective(told)}`.trimEnd(), rest: ` export controls${after}` },
    ],
    optional: [[until(told)], notice(told)],
  };
}

/** The dates it mentions are those of something decided earlier. */
function remark(told: Told, core: string, required = told.batch ? '' : '; no decision stated'): Sentence {
  return { leads: [{ core, rest: forPlace(told) }], optional: [symbols(told), notice(told)], required };
}

function batch({ count, countWithheld, quantity, firms, complete }: Batch): string {
  const amount = count !== null ? `: ${count} licences` : quantity ? `: "${quantity.words}"` : '';
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
  sentences: {
    approve,
    resume: (told) => sentence(told, `${told.who} resumes licensed ${adjective(told)}exports`, to(told)),
    suspend: (told) => sentence(told, `${told.who} suspends licensed ${adjective(told)}exports`, to(told)),
    deny,
    new_control: newControl,
    relax: (told) => sentence(told, `${told.who} eases ${adjective(told)}export licensing`, forPlace(told)),
    suspend_control: (told) => hold(told, 'suspends', ''),
    extend_suspension: (told) => hold(told, 'keeps', ' on hold'),
    procedure: (told) =>
      sentence(told, `${told.who} sets ${adjective(told)}export licence procedure`, forPlace(told)),
    clarify: (told) => remark(told, `${told.who} explains ${adjective(told)}export controls`),
    statement: (told) => remark(told, `${told.who} comments on ${adjective(told)}export licences`),
    other: (told) => remark(told, `${told.who} publishes on ${adjective(told)}export licences`, ''),
  },
  batch,
  marks: { late: 'Late: ', corrected: '[Corrected] ', withdrawn: '[Withdrawn] ' },
  unread: ' (text not yet read)',
  done: {
    approve: 'applications approved',
    resume: 'licensed exports resume',
    suspend: 'licensed exports suspended',
    deny: 'licences refused or exports banned',
    new_control: 'export licence needed',
    relax: 'licensing eased',
    suspend_control: 'controls suspended',
    extend_suspension: 'suspension of controls extended',
    procedure: 'licence procedure set',
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
    firms: (firms) => firms,
    goods: () => 'which goods',
    elements: () => 'which elements',
    since: () => 'since when',
    'licence-type': () => 'kind of licence',
    recipients: () => 'whom it concerns',
    from: () => 'from when',
    until: () => 'until when',
    decision: () => 'any new decision',
    date: () => 'any date',
    unread: () => 'not known until the text has been read',
  },
  summary: (headline, stated, notStated) =>
    `${headline}.${stated ? ` Stated: ${stated}.` : ''}${notStated ? ` Not stated: ${notStated}.` : ''}`,
};
