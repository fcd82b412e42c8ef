import {
  type APIAttachment,
  type APIMessage,
  type APIUser,
  MessageFlags,
  MessageType,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js';
import type { Clock } from '../../../src/ops/clock.ts';
import type { UploadedFile } from './body.ts';
import { DiscordError } from './errors.ts';
import type { Pings } from './pings.ts';

/** A message, and what Discord knows of it without telling whoever reads it back. */
export interface StoredMessage {
  /** As `GET` returns it: no nonce. */
  message: APIMessage;
  nonce: string | number | null;
  /** How it read before each edit, oldest first. */
  edits: APIMessage[];
  /** Bytes by file name. */
  files: Map<string, Buffer>;
  deleted: boolean;
  createdAt: number;
}

/** For assertions: the message itself, with its nonce, its earlier texts and its files. */
export interface SentMessage extends APIMessage {
  nonce?: string | number;
  edits: readonly APIMessage[];
  files: ReadonlyMap<string, Buffer>;
}

type Content = 'content' | 'embeds' | 'components' | 'attachments' | 'flags';
export type NewBody = Pick<RESTPostAPIChannelMessageJSONBody, Content | 'allowed_mentions' | 'tts' | 'nonce'>;
/** Null empties a part. */
export type EditBody = Pick<RESTPatchAPIChannelMessageJSONBody, Content>;

export interface Draft {
  /** A new one unless told. */
  id?: string;
  channelId: string;
  author: APIUser;
  body: NewBody;
  files: readonly UploadedFile[];
  pings: Pings;
  /** Fields that Discord fills in: type and reference of a reply, the webhook behind an answer. */
  extra?: Partial<APIMessage>;
}

/** Flags a bot may choose when it writes; the others are Discord's own. */
const CHOSEN_FLAGS =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2 |
  MessageFlags.Ephemeral;
/** Silent and ephemeral are settled when a message is made. */
const EDITABLE_FLAGS = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;

/** Every message of every channel, deleted ones included. */
export class Messages {
  readonly #all = new Map<string, StoredMessage>();
  readonly #clock: Clock;
  readonly #nextId: () => string;

  constructor(clock: Clock, nextId: () => string) {
    this.#clock = clock;
    this.#nextId = nextId;
  }

  create(draft: Draft): StoredMessage {
    const { id = this.#nextId(), channelId, author, body, files, pings, extra = {} } = draft;
    const message: APIMessage = {
      id,
      type: MessageType.Default,
      channel_id: channelId,
      author,
      // Discord trims it.
      content: (body.content ?? '').trim(),
      timestamp: this.#time(),
      edited_timestamp: null,
      tts: body.tts ?? false,
      ...pings,
      attachments: this.#attachments(channelId, body.attachments, files),
      embeds: body.embeds ?? [],
      components: body.components ?? [],
      flags: (body.flags ?? 0) & CHOSEN_FLAGS,
      pinned: false,
      ...extra,
    };
    const stored: StoredMessage = {
      message,
      nonce: body.nonce ?? null,
      edits: [],
      files: new Map(files.map(({ name, bytes }) => [name, bytes])),
      deleted: false,
      createdAt: this.#clock.now(),
    };
    this.#all.set(id, stored);
    return stored;
  }

  /** Changes only what the body names. Throws 50006 when nothing would be left to see. */
  edit(stored: StoredMessage, body: EditBody, files: readonly UploadedFile[]): void {
    const before = stored.message;
    const kept = keptAttachments(before.attachments, body.attachments);
    const added = this.#attachments(before.channel_id, body.attachments ?? undefined, files);
    const flags = before.flags ?? 0;
    const after: APIMessage = {
      ...before,
      content: body.content === undefined ? before.content : (body.content ?? '').trim(),
      embeds: body.embeds === undefined ? before.embeds : (body.embeds ?? []),
      components: body.components === undefined ? (before.components ?? []) : (body.components ?? []),
      attachments: [...kept, ...added],
      flags:
        body.flags === undefined ? flags : (flags & ~EDITABLE_FLAGS) | ((body.flags ?? 0) & EDITABLE_FLAGS),
      edited_timestamp: this.#time(),
    };
    if (isEmpty(after)) throw new DiscordError(50006, [], true);
    stored.edits.push(before);
    stored.message = after;
    for (const { name, bytes } of files) stored.files.set(name, bytes);
  }

  /** The message, unless it was deleted. */
  find(channelId: string, id: string): StoredMessage | undefined {
    const stored = this.#all.get(id);
    return stored?.message.channel_id === channelId && !stored.deleted ? stored : undefined;
  }

  /** What a channel shows to everybody, oldest first: nothing deleted, nothing ephemeral. */
  inChannel(channelId: string): StoredMessage[] {
    return [...this.#all.values()].filter(
      ({ message, deleted }) => message.channel_id === channelId && !deleted && !isEphemeral(message),
    );
  }

  /** The author's message with this nonce, made at or after `since`, even if it was deleted meanwhile. */
  withNonce(authorId: string, nonce: string | number, since: number): StoredMessage | undefined {
    return [...this.#all.values()].find(
      (stored) =>
        stored.nonce !== null &&
        String(stored.nonce) === String(nonce) &&
        stored.message.author.id === authorId &&
        stored.createdAt >= since,
    );
  }

  #time(): string {
    return new Date(this.#clock.now()).toISOString();
  }

  #attachments(
    channelId: string,
    described: NewBody['attachments'],
    files: readonly UploadedFile[],
  ): APIAttachment[] {
    return files.map(({ index, name, contentType, bytes }) => {
      const description = described?.find(({ id }) => String(id) === index)?.description;
      const id = this.#nextId();
      const url = `https://cdn.discordapp.com/attachments/${channelId}/${id}/${name}`;
      return {
        id,
        filename: name,
        size: bytes.length,
        url,
        proxy_url: url,
        content_type: contentType,
        ...(description ? { description } : {}),
      };
    });
  }
}

/** Without `attachments` an edit keeps them all; with it, only those it names by id. */
function keptAttachments(before: readonly APIAttachment[], named: EditBody['attachments']): APIAttachment[] {
  if (named === undefined) return [...before];
  return before.filter(({ id }) => named?.some((attachment) => String(attachment.id) === id));
}

function isEmpty({ content, embeds, components, attachments }: APIMessage): boolean {
  return content === '' && embeds.length === 0 && (components ?? []).length === 0 && attachments.length === 0;
}

export function isEphemeral({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

export function sentMessage({ message, nonce, edits, files }: StoredMessage): SentMessage {
  return { ...message, ...(nonce === null ? {} : { nonce }), edits, files };
}
