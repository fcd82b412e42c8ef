import {
  type APICommandAutocompleteInteractionResponseCallbackData,
  type APIInteractionResponse,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import { MINUTE, SECOND } from '../../../src/domain/moment.ts';
import type { Clock } from '../../../src/ops/clock.ts';
import type { UploadedFile } from './body.ts';
import { DiscordError, type ErrorCode } from './errors.ts';
import type { EditBody, Messages, NewBody, StoredMessage } from './messages.ts';
import { pingsOf } from './pings.ts';
import type { World } from './world.ts';

/** @see https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages */
const FIRST_ANSWER_WITHIN = 3 * SECOND;
const TOKEN_LASTS = 15 * MINUTE;

const {
  ChannelMessageWithSource,
  DeferredChannelMessageWithSource,
  DeferredMessageUpdate,
  Modal,
  UpdateMessage,
} = InteractionResponseType;

/** Which first answers each kind takes. */
const ANSWERS: Partial<Record<InteractionType, readonly InteractionResponseType[]>> = {
  [InteractionType.ApplicationCommand]: [ChannelMessageWithSource, DeferredChannelMessageWithSource, Modal],
  [InteractionType.ApplicationCommandAutocomplete]: [
    InteractionResponseType.ApplicationCommandAutocompleteResult,
  ],
  [InteractionType.MessageComponent]: [
    ChannelMessageWithSource,
    DeferredChannelMessageWithSource,
    DeferredMessageUpdate,
    UpdateMessage,
    Modal,
  ],
  [InteractionType.ModalSubmit]: [
    ChannelMessageWithSource,
    DeferredChannelMessageWithSource,
    DeferredMessageUpdate,
    UpdateMessage,
  ],
};
/** There is a message to update only where a form was opened from one. */
const UPDATES: readonly InteractionResponseType[] = [DeferredMessageUpdate, UpdateMessage];

/** Somebody used a command, a button, a menu or a form, and what the bot has answered so far. */
export interface Interaction {
  id: string;
  token: string;
  type: InteractionType;
  channelId: string;
  userId: string;
  createdAt: number;
  /** The message whose button or menu was used, or opened the form. */
  source: StoredMessage | null;
  /** How it was acknowledged; null before that. */
  response: InteractionResponseType | null;
  /** The bot is "thinking": deferred, nothing shown yet. */
  thinking: boolean;
  /** What `@original` means: the reply, or for updates the message the component is part of. */
  original: StoredMessage | null;
  followUps: StoredMessage[];
  choices: NonNullable<APICommandAutocompleteInteractionResponseCallbackData['choices']>;
  /** The form it was answered with. */
  modal: APIModalInteractionResponseCallbackData | null;
  /** Why an answer was refused, e.g. 10062 when it came too late. */
  refused: ErrorCode | null;
}

export type NewInteraction = Pick<Interaction, 'type' | 'channelId' | 'userId' | 'source'>;

/** The life of an interaction: one acknowledgement within 3 seconds, edits and follow-ups for 15 minutes. */
export class Interactions {
  readonly #all = new Map<string, Interaction>();
  readonly #clock: Clock;
  readonly #world: World;
  readonly #messages: Messages;
  readonly #applicationId: string;

  constructor(clock: Clock, world: World, messages: Messages, applicationId: string) {
    this.#clock = clock;
    this.#world = world;
    this.#messages = messages;
    this.#applicationId = applicationId;
  }

  begin(given: NewInteraction): Interaction {
    const id = this.#world.nextId();
    const interaction: Interaction = {
      ...given,
      id,
      token: `interaction-token-${id}`,
      createdAt: this.#clock.now(),
      response: null,
      thinking: false,
      original: null,
      followUps: [],
      choices: [],
      modal: null,
      refused: null,
    };
    this.#all.set(interaction.token, interaction);
    return interaction;
  }

  /** The first answer. Throws 40060 for a second one, 10062 for one that is late or belongs to nothing. */
  acknowledge(
    id: string,
    token: string,
    answer: APIInteractionResponse,
    files: readonly UploadedFile[],
  ): Interaction {
    const interaction = this.#all.get(token);
    if (interaction === undefined || interaction.id !== id) throw new DiscordError(10062);
    if (interaction.response !== null) throw this.#refuse(interaction, 40060);
    if (this.#age(interaction) >= FIRST_ANSWER_WITHIN) throw this.#refuse(interaction, 10062);
    if (!takes(interaction, answer.type)) {
      throw new DiscordError(
        50035,
        [{ path: ['type'], code: 'BASE_TYPE_CHOICES', message: 'Wrong kind of answer' }],
        true,
      );
    }

    this.#carryOut(interaction, answer, files);
    interaction.response = answer.type;
    return interaction;
  }

  /** The interaction of a webhook address. Throws 10015 for an unknown token, 50027 after 15 minutes. */
  withToken(token: string): Interaction {
    const interaction = this.#all.get(token);
    if (interaction === undefined || interaction.response === null) throw new DiscordError(10015);
    if (this.#age(interaction) >= TOKEN_LASTS) throw this.#refuse(interaction, 50027);
    return interaction;
  }

  /** `@original` or a follow-up by its id. Throws 10008 when it is not there. */
  message(interaction: Interaction, id: string): StoredMessage {
    const { original, followUps } = interaction;
    const found =
      id === '@original' ? original : [original, ...followUps].find((one) => one?.message.id === id);
    if (!found || found.deleted) throw new DiscordError(10008);
    return found;
  }

  edit(
    interaction: Interaction,
    stored: StoredMessage,
    body: EditBody,
    files: readonly UploadedFile[],
  ): void {
    this.#messages.edit(stored, body, files);
    if (stored !== interaction.original || !interaction.thinking) return;
    interaction.thinking = false;
    // "Thinking" was no earlier text.
    stored.edits.pop();
    stored.message = { ...stored.message, flags: (stored.message.flags ?? 0) & ~MessageFlags.Loading };
  }

  remove(interaction: Interaction, stored: StoredMessage): void {
    stored.deleted = true;
    if (stored === interaction.original) interaction.thinking = false;
  }

  /**
   * A follow-up. Straight after a deferred reply it fills that reply instead, whose privacy stays as it was.
   * @see https://discord.com/developers/docs/interactions/receiving-and-responding#create-followup-message
   */
  followUp(interaction: Interaction, body: NewBody, files: readonly UploadedFile[]): StoredMessage {
    if (interaction.thinking && interaction.original !== null) {
      this.edit(interaction, interaction.original, body, files);
      return interaction.original;
    }
    const stored = this.#write(interaction, body, files);
    interaction.followUps.push(stored);
    return stored;
  }

  #carryOut(interaction: Interaction, answer: APIInteractionResponse, files: readonly UploadedFile[]): void {
    switch (answer.type) {
      case ChannelMessageWithSource:
        interaction.original = this.#write(interaction, answer.data, files);
        break;
      case DeferredChannelMessageWithSource:
        interaction.thinking = true;
        interaction.original = this.#write(interaction, answer.data ?? {}, []);
        interaction.original.message.flags = (answer.data?.flags ?? 0) | MessageFlags.Loading;
        break;
      case DeferredMessageUpdate:
        interaction.original = interaction.source;
        break;
      case UpdateMessage:
        interaction.original = interaction.source;
        if (interaction.source !== null) this.#messages.edit(interaction.source, answer.data ?? {}, files);
        break;
      case InteractionResponseType.ApplicationCommandAutocompleteResult:
        interaction.choices = answer.data.choices ?? [];
        break;
      case Modal:
        interaction.modal = answer.data;
        break;
      default:
        throw new Error(`The fake Discord does not model interaction responses of type ${answer.type}`);
    }
  }

  /** Replies are webhook messages: no nonce, and the permissions of the channel do not matter. */
  #write(interaction: Interaction, body: NewBody, files: readonly UploadedFile[]): StoredMessage {
    const extra: Partial<APIMessage> = {
      application_id: this.#applicationId,
      webhook_id: this.#applicationId,
    };
    const { channelId } = interaction;
    return this.#messages.create({
      channelId,
      author: this.#world.bot,
      body,
      files,
      pings: pingsOf(this.#world, channelId, body),
      extra,
    });
  }

  #age(interaction: Interaction): number {
    return this.#clock.now() - interaction.createdAt;
  }

  #refuse(interaction: Interaction, code: ErrorCode): DiscordError {
    interaction.refused = code;
    return new DiscordError(code);
  }
}

function takes({ type, source }: Interaction, answer: InteractionResponseType): boolean {
  const possible = ANSWERS[type]?.includes(answer) === true;
  return possible && (source !== null || !UPDATES.includes(answer));
}
