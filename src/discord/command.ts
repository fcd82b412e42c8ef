import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIEmbed,
  ApplicationCommandOptionChoiceData,
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';

/** What a reply shows, in the API's shape. */
export interface ReplyBody {
  content?: string;
  embeds: APIEmbed[];
  components: APIActionRowComponent<APIButtonComponent>[];
  files?: File[];
}

/** A file that a reply carries, with what it shows for those who cannot see it (up to 1,024 characters). */
export interface File {
  name: string;
  bytes: Uint8Array;
  description: string;
}

/** A `note` is a sentence for the one who asked, always private; a `reply` is shown as its maker says. */
export type Answer = { reply: ReplyBody } | { note: string };

/**
 * One slash command. It returns what to answer: how that reaches Discord in time, and what happens when
 * it throws, is the dispatcher's business.
 */
export interface SlashCommand<Context> {
  readonly data: { name: string; toJSON(): RESTPostAPIChatInputApplicationCommandsJSONBody };
  /**
   * Changes what the bot does: only for those who may manage the server, whatever Discord's menu lets through.
   * A list: these subcommands do.
   */
  readonly configures?: true | readonly string[];
  /** The answer is private. */
  execute(interaction: ChatInputCommandInteraction<'cached'>, context: Context): Promise<Answer>;
  /** At most 25 choices for the option being typed. */
  complete?(
    interaction: AutocompleteInteraction<'cached'>,
    context: Context,
  ): Promise<ApplicationCommandOptionChoiceData[]>;
  /** By the first part of their `custom_id`, `name:argument`. */
  readonly buttons?: Readonly<Record<string, Button<Context>>>;
}

export interface Button<Context> {
  readonly configures?: true;
  /** Where the reply goes: to the one who pressed, into the message that was pressed, or to the channel. */
  readonly shows: 'private' | 'in-place' | 'everyone';
  /** @param argument - What follows the colon in its `custom_id`. */
  press(interaction: ButtonInteraction<'cached'>, argument: string, context: Context): Promise<Answer>;
}
