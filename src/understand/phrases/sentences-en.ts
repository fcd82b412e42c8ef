import { dayText } from './days.ts';
import type { Effect, Phrases, Sentence, Told } from './phrases.ts';

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

const notNamed = (told: Told) => (told.notNamed ? [` (not ${told.notNamed.replace(/ of \d+$/, '')})`] : []);

function symbols(told: Told): string[] {
  const elements = told.goods?.symbols;
  if (!elements) return [];
  return [told.batch ? ` (${elements})` : `: ${elements}`];
}

function sentence(told: Told, core: string, rest = ''): Sentence {
  return { leads: [{ core, rest }], optional: [effect(told), symbols(told), notice(told)] };
}

/**
 * Of whom something is true stands where a phone still shows it; else "some" keeps the cut line true. The
 * second says less than is known, for where there is no room for the third.
 */
function narrowed(told: Told, verb: string, what: string, whom: string): Sentence {
  const some = `${told.who} ${verb} some ${what}`;
  const leads = whom
    ? [
        { core: `${told.who} ${verb} ${what}${whom}`, rest: '' },
        { core: some + whom, rest: '' },
        { core: some, rest: `, those${whom}` },
      ]
    : [{ core: `${told.who} ${verb} ${what}`, rest: '' }];
  return { ...sentence(told, ''), leads };
}

function licensed(told: Told, verb: string): Sentence {
  const goods = adjective(told);
  const sentence = narrowed(told, verb, `licensed ${goods}exports`, to(told));
  if (told.to) return sentence;
  return {
    ...sentence,
    terse: { core: `${told.who} ${verb} ${goods}`.trimEnd(), rest: ' exports under licence' },
  };
}

function approve(told: Told): Sentence {
  const goods = adjective(told);
  if (typeof told.batch?.count === 'number') return counted(told, 'says it approved', told.batch.count);
  return {
    leads: [
      // Cut at "approve" it still says what happened; the usual line is one letter too long.
      { core: `${told.who} says ${goods}${licences(told)} approve`, rest: `d${forPlace(told)}` },
      {
        core: `${told.who} says it approved ${goods}`.trimEnd(),
        rest: ` ${licences(told)}${forPlace(told)}`,
      },
    ],
    terse: { core: `${told.who} approves ${goods}`.trimEnd(), rest: ` ${licences(told)}${forPlace(told)}` },
    optional: [symbols(told), notice(told)],
  };
}

function counted(told: Told, verb: string, count: number): Sentence {
  const amount = told.licenceType ? `${count} ${told.licenceType}` : `${count}`;
  const noun = `${told.licenceType ? '' : 'export '}${count === 1 ? 'licence' : 'licences'}`;
  return {
    leads: [
      {
        core: `${told.who} ${verb} ${amount} ${adjective(told)}`.trimEnd(),
        rest: ` ${noun}${forPlace(told)}`,
      },
    ],
    optional: [symbols(told), notice(told)],
    saysCount: true,
  };
}

/** Everything is said to be refused only where the quoted words say so. */
function deny(told: Told): Sentence {
  const { scopes } = told;
  const exports = `${adjective(told)}exports`;
  const place = told.to ? ` in ${told.to}` : '';
  const military = [
    ...(scopes.has('military-users') ? ['users'] : []),
    ...(scopes.has('military-uses') ? ['uses'] : []),
  ];
  if (military.length > 0)
    return narrowed(told, 'bans', exports, ` to military ${military.join(' and ')}${place}`);
  if (scopes.has('entities')) return narrowed(told, 'bans', exports, ` to listed entities${place}`);
  const asked = `${adjective(told)}${licences(told)}`;
  if (scopes.has('in-principle')) return narrowed(told, 'in principle refuses', asked, forPlace(told));
  if (scopes.has('refused')) return narrowed(told, 'refuses', asked, forPlace(told));
  if (scopes.has('banned')) return sentence(told, `${told.who} bans some ${exports}`, to(told));
  return sentence(told, `${told.who} refuses some ${asked}`, forPlace(told));
}

function newControl(told: Told): Sentence {
  const { who, goods } = told;
  if (!goods) return sentence(told, `${who} adds export licence requirements`, forPlace(told));
  const required = `${who} puts ${goods.noun} under export`;
  return {
    leads: told.to
      ? [
          { core: `${required} licence for ${told.to}`, rest: '' },
          {
            core: `${who} controls some ${goods.adjective} exports`,
            rest: `: licence needed for ${told.to}`,
          },
        ]
      : [
          { core: required, rest: ' licence' },
          { core: `${who} controls ${goods.noun}`, rest: ': export licence needed' },
        ],
    optional: [effect(told), symbols(told), notice(told)],
  };
}

/** A notice holds other notices, never "the controls": the line must stay true where it is cut. */
function hold(told: Told, verb: string, after: string): Sentence {
  return {
    leads: [
      {
        core: `${told.who} ${verb} some ${adjective(told)}`.trimEnd(),
        rest: ` export controls${after}${until(told)}`,
      },
    ],
    terse: {
      core: `${told.who} pauses some ${adjective(told)}`.trimEnd(),
      rest: ` export controls${after}${until(told)}`,
    },
    optional: [[forPlace(told)], [...notNamed(told), ...notice(told)]],
  };
}

/** The dates it mentions are those of something decided earlier. */
function remark(told: Told, core: string, required = told.batch ? '' : '; no decision stated'): Sentence {
  return { leads: [{ core, rest: forPlace(told) }], optional: [symbols(told), notice(told)], required };
}

/** The push lines and headlines of each action. */
export const sentences: Phrases['sentences'] = {
  approve,
  resume: (told) => licensed(told, 'resumes'),
  suspend: (told) => licensed(told, 'suspends'),
  deny,
  new_control: newControl,
  relax: (told) =>
    sentence(told, `${told.who} eases some ${adjective(told)}export licence`, ` rules${forPlace(told)}`),
  suspend_control: (told) => hold(told, 'suspends', ''),
  extend_suspension: (told) => hold(told, 'keeps', ' on hold'),
  procedure: (told) =>
    sentence(
      told,
      `${told.who} sets out ${adjective(told)}${licences(told)}`.replace(/s$/, ''),
      ` rules${forPlace(told)}`,
    ),
  clarify: (told) => remark(told, `${told.who} explains ${adjective(told)}export controls`),
  statement: (told) => remark(told, `${told.who} comments on ${adjective(told)}${licences(told)}`),
  other: (told) =>
    typeof told.batch?.count === 'number'
      ? counted(told, 'reports', told.batch.count)
      : remark(told, `${told.who} reports on ${adjective(told)}${licences(told)}`, ''),
};
