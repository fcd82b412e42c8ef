import {
  type AnySelectMenuInteraction,
  type APIModalInteractionResponseCallbackData,
  type ButtonInteraction,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import { clean, escapeMarkdown } from '../../src/discord/render/escape.ts';
import { languageOf } from '../../src/discord/texts.ts';
import type { QuietHours } from '../../src/domain/manners.ts';
import { messageLanguages, type Subscription } from '../../src/domain/subscription.ts';
import { readServer } from '../../src/store/servers.ts';
import { findSubscription } from '../../src/store/subscriptions.ts';
import type { CommandContext, CommandControls } from '../command.ts';
import type { Asker } from '../shared/asker.ts';
import { parseClock } from '../shared/manners.ts';
import { loadCursor } from '../shared/paging.ts';
import { texts } from '../texts/index.ts';
import { chosenGoods } from './goods-menu.ts';
import { listWatches } from './list.ts';
import { tryParked } from './parked.ts';
import { removeWatch } from './remove.ts';
import { saveWatch } from './save.ts';
import { deleteTest, sendTest } from './trial.ts';
import { Wanted, wantedOf } from './wanted.ts';

type Change = Partial<Omit<Wanted, 'id'>>;

/** Changes a watch as it stands, or says that there is none any more. */
async function changed(
  asker: Asker,
  id: string,
  context: CommandContext,
  change: (watch: Subscription) => Change,
): Promise<Answer> {
  const watch = await findSubscription(context.db, asker.guildId, Number(id));
  if (!watch) return { note: texts[languageOf(asker)].watch.notFound(Number(id)) };
  return saveWatch({ ...wantedOf(watch), ...change(watch) }, asker, context);
}

/** Saves what could not be saved before, as it was wanted then, but for what is changed. */
async function again(asker: Asker, cursor: string, context: CommandContext, change: Change): Promise<Answer> {
  const wanted = await loadCursor(Wanted, cursor, context);
  if (!wanted) return { note: texts[languageOf(asker)].expired };
  return saveWatch({ ...wanted, ...change }, asker, context);
}

function chooseRole(menu: AnySelectMenuInteraction<'cached'>, id: string, context: CommandContext) {
  const [roleId = null] = menu.values;
  if (roleId === menu.guildId) return Promise.resolve({ note: texts[languageOf(menu)].watch.everyoneRole });
  return changed(menu, id, context, () => ({ roleId }));
}

function chooseGoods(menu: AnySelectMenuInteraction<'cached'>, id: string, context: CommandContext) {
  const { component, values } = menu;
  const offered = component.type === ComponentType.StringSelect ? component.options : [];
  return changed(menu, id, context, ({ goods }) => ({
    goods: chosenGoods(
      goods,
      offered.map(({ value }) => value),
      values,
    ),
  }));
}

function nextLanguage(button: ButtonInteraction<'cached'>, id: string, context: CommandContext) {
  return changed(button, id, context, ({ language }) => {
    const next = (messageLanguages.indexOf(language) + 1) % messageLanguages.length;
    return { language: messageLanguages[next] ?? language };
  });
}

async function askQuietHours(
  button: ButtonInteraction<'cached'>,
  id: string,
  { db }: CommandContext,
): Promise<Answer> {
  const language = languageOf(button);
  const watch = await findSubscription(db, button.guildId, Number(id));
  if (!watch) return { note: texts[language].watch.notFound(Number(id)) };
  const { zone } = await readServer(db, button.guildId);
  const { quietForm: words } = texts[language].watch;
  const { quiet } = watch;
  const time = (name: 'from' | 'until') => ({
    type: ComponentType.Label as const,
    label: words[name],
    ...(name === 'from' && { description: words.hint(zone) }),
    component: {
      type: ComponentType.TextInput as const,
      custom_id: name,
      style: TextInputStyle.Short,
      required: false,
      max_length: 10,
      ...(quiet && { value: quiet[name] }),
    },
  });
  const decisions = {
    type: ComponentType.Label as const,
    label: words.decisions,
    component: {
      type: ComponentType.StringSelect as const,
      custom_id: 'decisions',
      options: (['held', 'told'] as const).map((value) => ({
        label: words[value],
        value,
        default: (value === 'told') === (quiet?.exceptDecisions ?? false),
      })),
    },
  };
  const form: APIModalInteractionResponseCallbackData = {
    custom_id: `watch-quiet:${id}`,
    title: words.title(Number(id)),
    components: [time('from'), time('until'), decisions],
  };
  return { form };
}

async function setQuietHours(
  form: ModalSubmitInteraction<'cached'>,
  id: string,
  context: CommandContext,
): Promise<Answer> {
  const { fields } = form;
  const [from, until] = [fields.getTextInputValue('from'), fields.getTextInputValue('until')];
  if (from.trim() === '' && until.trim() === '') return changed(form, id, context, () => ({ quiet: null }));
  const hours = { from: parseClock(from), until: parseClock(until) };
  if (!hours.from || !hours.until || hours.from === hours.until) {
    const { manners } = texts[languageOf(form)].watch;
    return { note: manners.notASpan(escapeMarkdown(clean(`${from}-${until}`))) };
  }
  const exceptDecisions = fields.getStringSelectValues('decisions').includes('told');
  const quiet: QuietHours = { from: hours.from, until: hours.until, exceptDecisions };
  return changed(form, id, context, () => ({ quiet }));
}

/** Everything under a watch, and under what keeps one from being saved. */
export const watchControls: Required<CommandControls> = {
  buttons: {
    test: {
      configures: true,
      shows: 'private',
      answer: (button, id, context) => sendTest(button, Number(id), context),
    },
    untest: { configures: true, shows: 'private', answer: deleteTest },
    unwatch: {
      configures: true,
      shows: 'private',
      answer: (button, id, context) => removeWatch(button, Number(id), context),
    },
    'watch-language': { configures: true, shows: 'in-place', answer: nextLanguage },
    'watch-quiet': { configures: true, shows: 'in-place', answer: askQuietHours },
    'watch-page': {
      configures: true,
      shows: 'in-place',
      answer: (button, page, context) => listWatches(button, context, Number(page)),
    },
    'watch-unpark': {
      configures: true,
      shows: 'in-place',
      answer: (button, _, context) => tryParked(button, context),
    },
    'watch-again': {
      configures: true,
      shows: 'in-place',
      answer: (button, cursor, context) => again(button, cursor, context, {}),
    },
  },
  menus: {
    'watch-role': { configures: true, shows: 'in-place', answer: chooseRole },
    'watch-goods': { configures: true, shows: 'in-place', answer: chooseGoods },
    'watch-elsewhere': {
      configures: true,
      shows: 'in-place',
      async answer(menu, cursor, context) {
        const [channelId] = menu.values;
        return again(menu, cursor, context, channelId ? { channelId } : {});
      },
    },
  },
  forms: {
    'watch-quiet': { configures: true, shows: 'in-place', answer: setQuietHours },
  },
};
