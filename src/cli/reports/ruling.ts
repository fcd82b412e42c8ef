import { z } from 'zod';
import { actions, changedFacts, type Facts } from '../../domain/facts.ts';
import type { Ruling } from '../../store/feedback.ts';
import { numbersIn } from '../../understand/notice-numbers.ts';
import { Refusal } from '../terminal.ts';

/** What an operator says is right, as typed. */
export interface RulingOptions {
  action?: string;
  /** `name=value`; lists parted by commas, `none` for what is not stated. */
  fact?: string[];
  /** The text is not about export licences at all. */
  irrelevant?: boolean;
}

const one = <Value>(value: z.ZodType<Value, string>): z.ZodType<Value | null, string> =>
  z.union([z.literal('none').transform(() => null), value]);
const list = z
  .string()
  .transform((text) => (text === 'none' ? [] : text.split(',').map((each) => each.trim())))
  .pipe(z.array(z.string().min(1, 'a name is missing')));
const count = z.union([
  z.literal('unspecified'),
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a number, unspecified or none')
    .transform(Number),
]);

/** How each fact is read from what was typed. */
const typed: { [Name in keyof Facts]: z.ZodType<Facts[Name], string> } = {
  action: z.enum(actions),
  goods: list,
  destinations: list,
  licencesCount: one(count),
  announcementNo: one(z.string().refine((text) => numbersIn(text) !== null, 'must be like "No. 18 of 2025"')),
  effectiveDate: one(z.iso.date()),
  expiryDate: one(z.iso.date()),
  usFirms: one(z.enum(['yes', 'no', 'unspecified'])),
  licenceType: one(z.enum(['general', 'individual'])),
};

/** What a text that is not about export licences states. */
const nothing: Facts = {
  action: 'other',
  goods: [],
  destinations: [],
  licencesCount: null,
  announcementNo: null,
  effectiveDate: null,
  expiryDate: null,
  usFirms: null,
  licenceType: null,
};

/**
 * What is right, where what was told is not.
 * @throws {Refusal} It cannot be read, or says nothing else than what was told.
 */
export function rulingOf(told: Facts, { action, fact = [], irrelevant = false }: RulingOptions): Ruling {
  const said = [...(action === undefined ? [] : [`action=${action}`]), ...fact];
  if (irrelevant && said.length > 0) {
    throw new Refusal('Say either --irrelevant or what is right, not both. Nothing was done.');
  }
  if (irrelevant) return { relevant: false, facts: nothing };

  const facts = { ...told, ...Object.fromEntries(said.map(readFact)) };
  if (changedFacts(told, facts).length === 0) {
    throw new Refusal(
      'Say what is right, and other than what was told: --action, --fact name=value or --irrelevant. ' +
        'A report that is wrong itself: dismiss. Nothing was done.',
    );
  }
  return { relevant: true, facts };
}

function readFact(text: string): [string, unknown] {
  const [, name = '', value = ''] = /^(\w+)=(.*)$/su.exec(text) ?? [];
  const reader = Object.entries(typed).find(([known]) => known === name)?.[1];
  if (!reader) {
    throw new Refusal(
      `"${text}" is not of the form name=value with one of ${Object.keys(typed).join(', ')}. Nothing was done.`,
    );
  }
  const read = reader.safeParse(value.trim());
  if (read.success) return [name, read.data];
  throw new Refusal(
    `${name}: ${read.error.issues.map(({ message }) => message).join('; ')}. Nothing was done.`,
  );
}
