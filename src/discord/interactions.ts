import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import { SECOND } from '../domain/moment.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { Answer, Button, ReplyBody, SlashCommand } from './command.ts';
import { dispatchTexts, languageOf } from './texts.ts';

interface Desk<Context> {
  commands: readonly SlashCommand<Context>[];
  /** Those that belong to no command; see {@link SlashCommand.buttons}. */
  buttons: Readonly<Record<string, Button<Context>>>;
  context: Context;
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

type Answerable = ChatInputCommandInteraction<'cached'> | ButtonInteraction<'cached'>;
type Shows = Button<never>['shows'];

class Dispatcher<Context> {
  readonly #desk: Desk<Context>;
  readonly #commands: ReadonlyMap<string, SlashCommand<Context>>;
  readonly #buttons: ReadonlyMap<string, Button<Context>>;

  constructor(desk: Desk<Context>) {
    this.#desk = desk;
    this.#commands = new Map(desk.commands.map((command) => [command.data.name, command]));
    this.#buttons = new Map([
      ...Object.entries(desk.buttons),
      ...desk.commands.flatMap(({ buttons = {} }) => Object.entries(buttons)),
    ]);
  }

  /** Never rejects: an event handler has nobody to throw to. */
  async dispatch(interaction: Interaction): Promise<void> {
    try {
      await this.#route(interaction);
    } catch (error) {
      const { id: reference, guildId } = interaction;
      this.#desk.log.error(
        { err: error, reference, guildId, used: nameOf(interaction) },
        'interaction failed',
      );
      await this.#apologise(interaction);
    }
  }

  async #route(interaction: Interaction): Promise<void> {
    if (!interaction.inCachedGuild()) {
      if (interaction.isRepliable())
        await reply(interaction, dispatchTexts[languageOf(interaction)].notInServer);
    } else if (interaction.isChatInputCommand()) await this.#command(interaction);
    else if (interaction.isAutocomplete()) await this.#complete(interaction);
    else if (interaction.isButton()) await this.#button(interaction);
    else if (interaction.isRepliable())
      await reply(interaction, dispatchTexts[languageOf(interaction)].tooOld);
  }

  async #command(interaction: ChatInputCommandInteraction<'cached'>): Promise<void> {
    const command = this.#commands.get(interaction.commandName);
    const refusal = refusalOf(interaction, command);
    if (!command || refusal) return reply(interaction, refusal);
    await this.#answer(interaction, 'private', command.execute(interaction, this.#desk.context));
  }

  async #button(interaction: ButtonInteraction<'cached'>): Promise<void> {
    const [name = '', ...rest] = interaction.customId.split(':');
    const button = this.#buttons.get(name);
    const refusal = refusalOf(interaction, button);
    if (!button || refusal) return reply(interaction, refusal);
    await this.#answer(
      interaction,
      button.shows,
      button.press(interaction, rest.join(':'), this.#desk.context),
    );
  }

  async #complete(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    const command = this.#commands.get(interaction.commandName);
    const allowed = command && refusalOf(interaction, command) === '';
    const choices = allowed ? await command.complete?.(interaction, this.#desk.context) : [];
    await interaction.respond((choices ?? []).slice(0, 25));
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

/** Why this is not done for whoever asks; empty: it is. */
function refusalOf(
  interaction: Answerable | AutocompleteInteraction<'cached'>,
  target: { configures?: true | readonly string[] } | undefined,
): string {
  const texts = dispatchTexts[languageOf(interaction)];
  if (!target) return interaction.isButton() ? texts.tooOld : texts.unknownCommand;
  const mayConfigure = interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild);
  return configures(interaction, target) && !mayConfigure ? texts.managersOnly : '';
}

function configures(
  interaction: Answerable | AutocompleteInteraction<'cached'>,
  { configures = [] }: { configures?: true | readonly string[] },
): boolean {
  if (configures === true) return true;
  return !interaction.isButton() && configures.includes(interaction.options.getSubcommand(false) ?? '');
}

async function defer(interaction: Answerable, shows: Shows): Promise<void> {
  if (shows === 'in-place' && interaction.isButton()) await interaction.deferUpdate();
  else if (shows === 'everyone') await interaction.deferReply();
  else await interaction.deferReply({ flags: MessageFlags.Ephemeral });
}

async function show(interaction: Answerable, shows: Shows, answer: Answer): Promise<void> {
  if ('note' in answer) {
    if (interaction.deferred && shows !== 'private') await followUp(interaction, answer.note);
    else if (interaction.deferred) await interaction.editReply(answer.note);
    else await reply(interaction, answer.note);
  } else if (interaction.deferred) await interaction.editReply(replaced(answer.reply));
  else if (shows === 'in-place' && interaction.isButton()) await interaction.update(replaced(answer.reply));
  else {
    const flags = shows === 'everyone' ? MessageFlags.SuppressNotifications : MessageFlags.Ephemeral;
    await interaction.reply({ ...withFiles(answer.reply), flags });
  }
}

function withFiles({ files = [], ...shown }: ReplyBody) {
  const uploads = files.map(({ name, bytes, description }) => ({
    ...{ name, description, attachment: Buffer.from(bytes) },
  }));
  return { ...shown, files: uploads };
}

/** As an edit: an edit keeps the files of before unless it says that there are none. */
function replaced(body: ReplyBody) {
  return { ...withFiles(body), attachments: [] };
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
