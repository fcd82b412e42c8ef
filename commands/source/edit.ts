import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import { escapeMarkdown } from '../../src/discord/render/escape.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { ReadFailure } from '../../src/domain/failure.ts';
import type { Language, Names, Source } from '../../src/domain/source.ts';
import { addedSource } from '../../src/sources/added.ts';
import { sameAddress } from '../../src/sources/aliases.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import type { CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';
import { addressIn, failureText, sourceReading } from './address.ts';

/** What ministries publish in; BCP 47. */
const languages = 'en zh zh-TW ja ko de fr nl es it pt pl ru ar hi id ms th tr vi'.split(' ');
/** Minutes. */
const cadences = [5, 10, 15, 30, 60, 120, 360, 720, 1440];
const LONGEST_NAME = 80;

/** Opens a form with all that can be changed of a Source: where one of the catalogue is read, the catalogue knows. */
export async function askSource(
  id: string,
  language: Language,
  { sources, book }: CommandContext,
): Promise<Answer> {
  const source = sources.get(id);
  if (!source) return { note: texts[language].source.notFound(escapeMarkdown(id)) };
  return { form: formOf(source, book.isAdded(id), language) };
}

function formOf(
  source: Source,
  isAdded: boolean,
  language: Language,
): APIModalInteractionResponseCallbackData {
  const { edit: words } = texts[language].source;
  const languageNames = new Intl.DisplayNames(language, { type: 'language' });
  const text = (custom_id: 'name' | 'address', value: string, max_length: number) => ({
    type: ComponentType.Label as const,
    label: words[custom_id],
    ...(custom_id === 'name' && !isAdded && { description: words.ownName }),
    component: {
      ...{ type: ComponentType.TextInput as const, style: TextInputStyle.Short },
      required: custom_id === 'address' || isAdded,
      ...{ custom_id, max_length, value: cut(value, max_length) },
    },
  });
  const menu = (custom_id: 'language' | 'cadence', options: Map<string, string>, chosen: string) => ({
    type: ComponentType.Label as const,
    label: words[custom_id],
    ...(custom_id === 'cadence' && source.pressWindows && { description: words.pressWindows }),
    component: {
      type: ComponentType.StringSelect as const,
      custom_id,
      options: [...options].map(([value, label]) => ({ value, label, default: value === chosen })),
    },
  });
  const spoken = new Set([source.language, ...languages]);
  const paces = [...new Set([...cadences, source.cadence])].toSorted((one, other) => one - other);
  const spokenMenu = menu(
    'language',
    new Map([...spoken].map((code) => [code, languageNames.of(code) ?? code])),
    source.language,
  );
  return {
    custom_id: `source-edit:${source.id}`,
    title: words.title,
    components: [
      text('name', source.name[language], LONGEST_NAME),
      ...(isAdded ? [text('address', source.url, 1000), spokenMenu] : []),
      menu(
        'cadence',
        new Map(paces.map((each) => [String(each), words.every(each)])),
        String(source.cadence),
      ),
    ],
  };
}

/** Changes the Source as the form says. A new address is read before anything is saved. */
export async function saveEdited(
  form: ModalSubmitInteraction<'cached'>,
  id: string,
  context: CommandContext,
): Promise<Answer> {
  const language = languageOf(form);
  const { source: words } = texts[language];
  const before = context.sources.get(id);
  if (!before) return { note: words.notFound(escapeMarkdown(id)) };
  if (!context.book.isAdded(id)) return adjust(form, before, language, context);
  const address = addressIn(form.fields.getTextInputValue('address'));
  if (!address) return { note: words.found.noAddress };

  const said = saidIn(form, before);
  if (sameAddress(address, before.url)) return change(before, said, language, context);
  const known = sourceReading(address, context);
  if (known) return { note: words.found.known(escapeMarkdown(known.name[language])) };
  const adder = { addedBy: form.user.id, guildId: form.guildId };
  return move(before, { said, address, adder }, language, context);
}

type Said = Pick<Source, 'name' | 'language' | 'cadence'>;

function saidIn({ fields }: ModalSubmitInteraction<'cached'>, before: Source): Said {
  const called = fields.getTextInputValue('name').trim();
  const [language = before.language] = fields.getStringSelectValues('language');
  return {
    name: called ? { en: called, zh: called } : before.name,
    language,
    cadence: cadenceIn(fields, before),
  };
}

function cadenceIn(fields: ModalSubmitInteraction<'cached'>['fields'], before: Source): number {
  const [cadence = before.cadence] = fields.getStringSelectValues('cadence').map(Number);
  return cadence;
}

/** What is left out is as the catalogue has it. */
async function adjust(
  { fields }: ModalSubmitInteraction<'cached'>,
  before: Source,
  language: Language,
  { book }: CommandContext,
): Promise<Answer> {
  const { edit: words, notFound } = texts[language].source;
  const called = fields.getTextInputValue('name').trim();
  const cadence = cadenceIn(fields, before);
  // Its name in the other language stays, unless it is given another one here.
  const unchanged = called === cut(before.name[language], LONGEST_NAME);
  const name = unchanged
    ? before.name
    : nameOf(called, book.nameInCatalogue(before.id) ?? before.name, language);
  const shown = escapeMarkdown(name[language]);
  if (name.en === before.name.en && name.zh === before.name.zh && cadence === before.cadence)
    return { note: words.unchanged(shown) };
  const done = await book.adjust(before.id, { name, cadence });
  return { note: done ? words.saved(shown) : notFound(escapeMarkdown(before.id)) };
}

function nameOf(called: string, ofCatalogue: Names, language: Language): Names {
  return called === '' || called === ofCatalogue[language] ? ofCatalogue : { en: called, zh: called };
}

async function change(
  before: Source,
  said: Said,
  language: Language,
  { book }: CommandContext,
): Promise<Answer> {
  const { edit: words, notFound } = texts[language].source;
  const name = escapeMarkdown(said.name[language]);
  const same =
    said.name.en === before.name.en && said.language === before.language && said.cadence === before.cadence;
  if (same) return { note: words.unchanged(name) };
  const changed = await book.change({ ...before, ...said });
  return { note: changed ? words.saved(name) : notFound(escapeMarkdown(before.id)) };
}

/** Another address is another Source, found there as one that is added is. */
async function move(
  before: Source,
  { said, address, adder }: { said: Said; address: string; adder: { addedBy: string; guildId: string } },
  language: Language,
  context: CommandContext,
): Promise<Answer> {
  const { book, clock, discover } = context;
  const { edit: words, found } = texts[language].source;
  try {
    const { detection } = await discover(address);
    if (detection.kind !== 'list') return { note: found.article };
    const { chosen } = detection;
    const source = { ...addedSource(chosen, { country: before.authority.country }), ...said };
    // The address leads to where it was read before.
    if (source.id === before.id) return change(before, said, language, context);
    await book.move(before.id, source, adder, clock.now());
    return { note: words.moved(escapeMarkdown(said.name[language]), chosen.rows.length) };
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    const { message, advice } = failureText(error, address, language);
    return { note: found.failed(message, advice) };
  }
}
