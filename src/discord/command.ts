import type {
  AnySelectMenuInteraction,
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APIEmbed,
  APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionChoiceData,
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  ModalSubmitInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';

/** What a reply shows, in the API's shape. */
export interface ReplyBody {
  content?: string;
  embeds: APIEmbed[];
  components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  files?: File[];
}

/** A file that a reply carries, with what it shows for those who cannot see it (up to 1,024 characters). */
export interface File {
  name: string;
  bytes: Uint8Array;
  description: string;
}

/**
 * A `note` is a sentence for the one who asked, always private; a `reply` is shown as its maker says. A `form` opens
 * before whoever asked: never in answer to a form, and only at once, as Discord shows none after "thinking".
 */
export type Answer =
  | { reply: ReplyBody }
  | { note: string }
  | { form: APIModalInteractionResponseCallbackData };

/**
 * One slash command. It returns what to answer: how that reaches Discord in time, and what happens when
 * it throws, is the dispatcher's business.
 */
export interface SlashCommand<Context> extends Controls<Context> {
  readonly data: { name: string; toJSON(): RESTPostAPIChatInputApplicationCommandsJSONBody };
  /**
   * Changes what the bot does: only for those who may manage the server, whatever Discord's menu lets through.
   * A list: these subcommands do.
   */
  readonly configures?: true | readonly string[];
  /** Looks something up: only for those whom the server lets ask, its buttons, menus and forms too. */
  readonly looksUp?: true;
  /** The answer is private. */
  execute(interaction: ChatInputCommandInteraction<'cached'>, context: Context): Promise<Answer>;
  /** At most 25 choices for the option being typed. */
  complete?(
    interaction: AutocompleteInteraction<'cached'>,
    context: Context,
  ): Promise<ApplicationCommandOptionChoiceData[]>;
}

/** What answers further, by the first part of its `custom_id`, `name:argument`. */
export interface Controls<Context> {
  readonly buttons?: Readonly<Record<string, Button<Context>>>;
  readonly menus?: Readonly<Record<string, Menu<Context>>>;
  readonly forms?: Readonly<Record<string, Form<Context>>>;
}

/** Something to press, to choose from, or to fill in. */
export interface Control<Used, Context> {
  readonly configures?: true;
  /** Where the reply goes: to the one who used it, into the message it stands under, or to the channel. */
  readonly shows: 'private' | 'in-place' | 'everyone';
  /** @param argument - What follows the colon in its `custom_id`. */
  answer(interaction: Used, argument: string, context: Context): Promise<Answer>;
}

export type Button<Context> = Control<ButtonInteraction<'cached'>, Context>;
export type Menu<Context> = Control<AnySelectMenuInteraction<'cached'>, Context>;
export type Form<Context> = Control<ModalSubmitInteraction<'cached'>, Context>;
