import {
  type AnySelectMenuInteraction,
  type APIModalInteractionResponseCallbackData,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  DiscordAPIError,
  Events,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
} from 'discord.js';
import { SECOND } from '../domain/moment.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { Answer, Button, Control, Controls, Form, Menu, ReplyBody, SlashCommand } from './command.ts';
import { escapeMarkdown } from './render/escape.ts';
import { dispatchTexts, languageOf } from './texts.ts';

interface Desk<Context> {
  commands: readonly SlashCommand<Context>[];
  /** Those that belong to no command. */
  controls: Controls<Context>;
  context: Context;
  /** The role whose members alone may look things up in a server; null: everybody may. */
  askersRole(guildId: string): Promise<string | null>;
  clock: Clock;
  log: Log;
}

/** Discord waits three seconds for a first answer; after this long it gets "thinking" as one. */
const deferAfter = 1.5 * SECOND;

/** Answers whatever people use: always within Discord's three seconds, and never with silence. */
export function answerInteractions<Context>(client: Client, desk: Desk<Context>): void {
  const dispatcher = new Dispatcher(desk);
  client.on(Events.InteractionCreate, (interaction) => dispatcher.dispatch(interaction));
}

type Used =
  | ButtonInteraction<'cached'>
  | AnySelectMenuInteraction<'cached'>
  | ModalSubmitInteraction<'cached'>;
type Answerable = ChatInputCommandInteraction<'cached'> | Used;
type Shows = Button<never>['shows'];

class Dispatcher<Context> {
  readonly #desk: Desk<Context>;
  readonly #commands: ReadonlyMap<string, SlashCommand<Context>>;
  readonly #buttons: ReadonlyMap<string, Button<Context>>;
  readonly #menus: ReadonlyMap<string, Menu<Context>>;
  readonly #forms: ReadonlyMap<string, Form<Context>>;
  /** Commands that look things up, and what stands under their answers. */
  readonly #lookUps: ReadonlySet<object>;

  constructor(desk: Desk<Context>) {
    this.#desk = desk;
    this.#commands = new Map(desk.commands.map((command) => [command.data.name, command]));
    const all = [desk.controls, ...desk.commands];
    this.#buttons = new Map(all.flatMap(({ buttons = {} }) => Object.entries(buttons)));
    this.#menus = new Map(all.flatMap(({ menus = {} }) => Object.entries(menus)));
    this.#forms = new Map(all.flatMap(({ forms = {} }) => Object.entries(forms)));
    const lookUps = desk.commands.filter(({ looksUp }) => looksUp);
    this.#lookUps = new Set(lookUps.flatMap((command) => [command, ...controlsOf(command)]));
  }

  /** Never rejects: an event handler has nobody to throw to. */
  async dispatch(interaction: Interaction): Promise<void> {
    try {
      await this.#route(interaction);
    } catch (error) {
      const { id: reference, guildId } = interaction;
      const about = { err: error, reference, guildId, used: nameOf(interaction) };
      if (isPast(error)) return this.#desk.log.warn(about, 'interaction answered too late');
      this.#desk.log.error(about, 'interaction failed');
      await this.#apologise(interaction);
    }
  }

  async #route(interaction: Interaction): Promise<void> {
    if (!interaction.inCachedGuild()) {
      if (interaction.isRepliable())
        await reply(interaction, dispatchTexts[languageOf(interaction)].notInServer);
    } else if (interaction.isChatInputCommand()) await this.#command(interaction);
    else if (interaction.isAutocomplete()) await this.#complete(interaction);
    else if (interaction.isButton()) await this.#control(interaction, this.#buttons);
    else if (interaction.isAnySelectMenu()) await this.#control(interaction, this.#menus);
    else if (interaction.isModalSubmit()) await this.#control(interaction, this.#forms);
    else if (interaction.isRepliable())
      await reply(interaction, dispatchTexts[languageOf(interaction)].tooOld);
  }

  async #command(interaction: ChatInputCommandInteraction<'cached'>): Promise<void> {
    const command = this.#commands.get(interaction.commandName);
    const refusal = await this.#refusal(interaction, command);
    if (!command || refusal) return reply(interaction, refusal);
    await this.#answer(interaction, 'private', command.execute(interaction, this.#desk.context));
  }

  async #control<Kind extends Used>(
    interaction: Kind,
    known: ReadonlyMap<string, Control<Kind, Context>>,
  ): Promise<void> {
    const [name = '', ...rest] = interaction.customId.split(':');
    const control = known.get(name);
    const refusal = await this.#refusal(interaction, control);
    if (!control || refusal) return reply(interaction, refusal);
    const work = control.answer(interaction, rest.join(':'), this.#desk.context);
    await this.#answer(interaction, control.shows, work);
  }

  async #complete(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    const command = this.#commands.get(interaction.commandName);
    const allowed = command && (await this.#refusal(interaction, command)) === '';
    const choices = allowed ? await command.complete?.(interaction, this.#desk.context) : [];
    await interaction.respond((choices ?? []).slice(0, 25));
  }

  /** Why this is not done for whoever asks; empty: it is. */
  async #refusal(
    interaction: Answerable | AutocompleteInteraction<'cached'>,
    target: { configures?: true | readonly string[] } | undefined,
  ): Promise<string> {
    const texts = dispatchTexts[languageOf(interaction)];
    if (!target) return 'customId' in interaction ? texts.tooOld : texts.unknownCommand;
    const { guild, member, memberPermissions } = interaction;
    if (memberPermissions.has(PermissionFlagsBits.ManageGuild)) return '';
    if (configures(interaction, target)) return texts.managersOnly;
    if (!this.#lookUps.has(target)) return '';
    const roleId = await this.#desk.askersRole(guild.id);
    if (roleId === null || member.roles.cache.has(roleId)) return '';
    const role = guild.roles.cache.get(roleId);
    return texts.askersOnly(role ? escapeMarkdown(`@${role.name}`) : null);
  }

  async #answer(interaction: Answerable, shows: Shows, work: Promise<Answer>): Promise<void> {
    const done = new AbortController();
    try {
      const first = await Promise.race([work, this.#desk.clock.sleep(deferAfter, done.signal)]);
      if (!first) await defer(interaction, shows);
      await show(interaction, shows, first ?? (await work));
    } finally {
      done.abort();
    }
  }

  async #apologise(interaction: Interaction): Promise<void> {
    try {
      if (interaction.isAutocomplete() && !interaction.responded) await interaction.respond([]);
      if (!interaction.isRepliable()) return;
      const text = dispatchTexts[languageOf(interaction)].failed(interaction.id);
      if (interaction.deferred || interaction.replied) await followUp(interaction, text);
      else await reply(interaction, text);
    } catch (error) {
      this.#desk.log.warn({ err: error, reference: interaction.id }, 'nobody could be told of the failure');
    }
  }
}

function controlsOf<Context>({ buttons = {}, menus = {}, forms = {} }: Controls<Context>): object[] {
  return [buttons, menus, forms].flatMap((each): object[] => Object.values(each));
}

/**
 * Whether Discord takes no answer any more: three seconds, or a quarter of an hour, are over, or it has one from
 * another process. Then there is nobody to apologise to.
 */
function isPast(error: unknown): boolean {
  return error instanceof DiscordAPIError && past.includes(error.code);
}

const past: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.InvalidWebhookToken,
];

function configures(
  interaction: Answerable | AutocompleteInteraction<'cached'>,
  { configures = [] }: { configures?: true | readonly string[] },
): boolean {
  if (configures === true) return true;
  return !('customId' in interaction) && configures.includes(interaction.options.getSubcommand(false) ?? '');
}

async function defer(interaction: Answerable, shows: Shows): Promise<void> {
  if (shows === 'in-place' && changesItsMessage(interaction)) await interaction.deferUpdate();
  else if (shows === 'everyone') await interaction.deferReply();
  else await interaction.deferReply({ flags: MessageFlags.Ephemeral });
}

async function show(interaction: Answerable, shows: Shows, answer: Answer): Promise<void> {
  if ('form' in answer) await open(interaction, answer.form);
  else if ('note' in answer) {
    if (interaction.deferred && shows !== 'private') await followUp(interaction, answer.note);
    else if (interaction.deferred) await interaction.editReply(answer.note);
    else await reply(interaction, answer.note);
  } else if (interaction.deferred) await interaction.editReply(replaced(answer.reply));
  else if (shows === 'in-place' && changesItsMessage(interaction))
    await interaction.update(replaced(answer.reply));
  else {
    const flags = shows === 'everyone' ? MessageFlags.SuppressNotifications : MessageFlags.Ephemeral;
    await interaction.reply({ ...withFiles(answer.reply), flags });
  }
}

async function open(interaction: Answerable, form: APIModalInteractionResponseCallbackData): Promise<void> {
  if (interaction.isModalSubmit() || interaction.deferred)
    throw new Error(`The form ${form.custom_id} cannot be opened any more`);
  await interaction.showModal(form);
}

/** Whether it was used under a message, which its answer can replace. */
function changesItsMessage(
  interaction: Answerable,
): interaction is Exclude<Answerable, ChatInputCommandInteraction> & Pick<ButtonInteraction, 'update'> {
  if (interaction.isModalSubmit()) return interaction.isFromMessage();
  return 'message' in interaction;
}

function withFiles({ files = [], ...shown }: ReplyBody) {
  const uploads = files.map(({ name, bytes, description }) => ({
    ...{ name, description, attachment: Buffer.from(bytes) },
  }));
  return { ...shown, files: uploads };
}

/** As an edit: an edit keeps the text and the files of before unless it says that there are none. */
function replaced(body: ReplyBody) {
  return { content: '', ...withFiles(body), attachments: [] };
}

type Repliable = Extract<Interaction, { followUp: unknown }>;

async function reply(interaction: Repliable, content: string): Promise<void> {
  await interaction.reply({ content, flags: MessageFlags.Ephemeral });
}

async function followUp(interaction: Repliable, content: string): Promise<void> {
  await interaction.followUp({ content, flags: MessageFlags.Ephemeral });
}

function nameOf(interaction: Interaction): string {
  if (interaction.isCommand() || interaction.isAutocomplete()) return `/${interaction.commandName}`;
  return 'customId' in interaction ? interaction.customId : 'unknown';
}
