import {
  type AnySelectMenuInteraction,
  type ButtonInteraction,
  ComponentType,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/texts.ts';
import type { Manners } from '../../src/domain/manners.ts';
import type { Language } from '../../src/domain/source.ts';
import { messageLanguages, type Subscription } from '../../src/domain/subscription.ts';
import { readServer } from '../../src/store/servers.ts';
import { findSubscription } from '../../src/store/subscriptions.ts';
import type { CommandContext, CommandControls } from '../command.ts';
import type { Asker } from '../shared/asker.ts';
import { loadCursor } from '../shared/paging.ts';
import { texts } from '../texts/index.ts';
import { digestForm, digestIn, quietForm, quietIn } from './forms.ts';
import { chosenGoods } from './goods-menu.ts';
import { listWatches } from './list.ts';
import { tryParked } from './parked.ts';
import { sentPage } from './preview.ts';
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

/** @param place - A watch and a page of what it would have sent: `3/1`, or `3` for the first. */
async function showSent(asker: Asker, place: string, context: CommandContext): Promise<Answer> {
  const language = languageOf(asker);
  const [id = 0, page = 0] = place.split('/').map(Number);
  const watch = await findSubscription(context.db, asker.guildId, id);
  return watch ? sentPage(watch, page, language, context) : { note: texts[language].watch.notFound(id) };
}

/** Opens a form about a watch as it stands. */
async function ask(
  button: ButtonInteraction<'cached'>,
  id: string,
  { db }: CommandContext,
  formOf: typeof quietForm,
): Promise<Answer> {
  const language = languageOf(button);
  const watch = await findSubscription(db, button.guildId, Number(id));
  if (!watch) return { note: texts[language].watch.notFound(Number(id)) };
  const { zone } = await readServer(db, button.guildId);
  return { form: formOf(watch, zone, language) };
}

/** Changes a watch as a form says, or says what to write instead. */
async function fillIn<Name extends 'quiet' | 'digest'>(
  form: ModalSubmitInteraction<'cached'>,
  id: string,
  context: CommandContext,
  read: (
    form: ModalSubmitInteraction<'cached'>,
    language: Language,
  ) => Pick<Manners, Name> | { note: string },
): Promise<Answer> {
  const said = read(form, languageOf(form));
  return 'note' in said ? said : changed(form, id, context, () => said);
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
    'watch-quiet': {
      configures: true,
      shows: 'in-place',
      answer: (button, id, context) => ask(button, id, context, quietForm),
    },
    'watch-digest': {
      configures: true,
      shows: 'in-place',
      answer: (button, id, context) => ask(button, id, context, digestForm),
    },
    'watch-sent': {
      configures: true,
      shows: 'private',
      answer: (button, id, context) => showSent(button, id, context),
    },
    'watch-sent-page': {
      configures: true,
      shows: 'in-place',
      answer: (button, place, context) => showSent(button, place, context),
    },
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
    'watch-quiet': {
      configures: true,
      shows: 'in-place',
      answer: (form, id, context) => fillIn(form, id, context, quietIn),
    },
    'watch-digest': {
      configures: true,
      shows: 'in-place',
      answer: (form, id, context) => fillIn(form, id, context, digestIn),
    },
  },
};
