import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { clean, escapeMarkdown } from '../../src/discord/render/escape.ts';
import { type Digest, type Manners, weekdays } from '../../src/domain/manners.ts';
import type { Language } from '../../src/domain/source.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { parseClock } from '../shared/manners.ts';
import { texts } from '../texts/index.ts';

type Form = APIModalInteractionResponseCallbackData;
type Filled = ModalSubmitInteraction<'cached'>;

const LONGEST_TIME = 10;

/** When messages wait for the morning, and whether decisions do. */
export function quietForm({ id, quiet }: Subscription, zone: string, language: Language): Form {
  const { quietForm: words } = texts[language].watch;
  const options = (['held', 'told'] as const).map((value) => ({ value, label: words[value] }));
  return {
    custom_id: `watch-quiet:${id}`,
    title: words.title(id),
    components: [
      field('from', words.from, quiet?.from, words.hint(zone)),
      field('until', words.until, quiet?.until),
      menu('decisions', words.decisions, options, quiet?.exceptDecisions ? 'told' : 'held'),
    ],
  };
}

export function quietIn({ fields }: Filled, language: Language): Pick<Manners, 'quiet'> | { note: string } {
  const [from, until] = [fields.getTextInputValue('from'), fields.getTextInputValue('until')];
  if (from.trim() === '' && until.trim() === '') return { quiet: null };
  const hours = { from: parseClock(from), until: parseClock(until) };
  if (!hours.from || !hours.until || hours.from === hours.until)
    return { note: texts[language].watch.manners.notASpan(echo(`${from}-${until}`)) };
  const exceptDecisions = fields.getStringSelectValues('decisions').includes('told');
  return { quiet: { from: hours.from, until: hours.until, exceptDecisions } };
}

const AT_ONCE = 'never';
const DAILY = 'day';

/** How often everything comes in one message, and when. */
export function digestForm({ id, digest }: Subscription, zone: string, language: Language): Form {
  const { digestForm: words, manners } = texts[language].watch;
  const options = [
    { value: AT_ONCE, label: words.atOnce },
    { value: DAILY, label: words.daily },
    ...weekdays.map((day) => ({ value: String(day), label: words.weekly(manners.weekdays[day]) })),
  ];
  const chosen = digest === null ? AT_ONCE : digest.every === 'day' ? DAILY : String(digest.on);
  return {
    custom_id: `watch-digest:${id}`,
    title: words.title(id),
    components: [
      menu('every', words.every, options, chosen),
      field('at', words.at, digest?.at ?? '08:30', words.hint(zone)),
    ],
  };
}

export function digestIn({ fields }: Filled, language: Language): Pick<Manners, 'digest'> | { note: string } {
  const [every = AT_ONCE] = fields.getStringSelectValues('every');
  if (every === AT_ONCE) return { digest: null };
  const written = fields.getTextInputValue('at');
  const at = parseClock(written);
  if (!at) return { note: texts[language].watch.digestForm.notATime(echo(written)) };
  const on = weekdays.find((day) => String(day) === every);
  const digest: Digest = on ? { every: 'week', on, at } : { every: 'day', at };
  return { digest };
}

const echo = (typed: string) => escapeMarkdown(clean(typed));

function field(name: string, label: string, value: string | undefined, description?: string) {
  return {
    type: ComponentType.Label as const,
    label,
    ...(description && { description }),
    component: {
      type: ComponentType.TextInput as const,
      custom_id: name,
      style: TextInputStyle.Short,
      required: false,
      max_length: LONGEST_TIME,
      ...(value && { value }),
    },
  };
}

function menu(
  name: string,
  label: string,
  options: readonly { value: string; label: string }[],
  chosen: string,
) {
  return {
    type: ComponentType.Label as const,
    label,
    component: {
      type: ComponentType.StringSelect as const,
      custom_id: name,
      options: options.map((option) => ({ ...option, default: option.value === chosen })),
    },
  };
}
