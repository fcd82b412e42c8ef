import { type MessageLanguage, messageLanguages } from '../../src/domain/subscription.ts';
import type { SentMessage } from '../../tests/fakes/discord/index.ts';
import type { Listing } from '../ministries.ts';
import type { Room } from '../rooms.ts';
import type { Column, Scene, ShownMessage } from '../scene.ts';
import type { NewPost, Stage } from '../stage.ts';

/** Something happens, and each channel of a room shows what is new or has changed since. */
export function happens(
  id: string,
  title: string,
  happening: (stage: Stage) => unknown,
  { note, room = 'watched' }: { note?: string; room?: Room } = {},
): Scene {
  return {
    ...{ id, title, ...(note && { note }) },
    async play({ busy }) {
      const before = new Map(
        (await placesIn(busy, room)).flatMap(({ places }) =>
          places.flatMap(({ messages }) => messages.map(({ id, edits }) => [id, edits.length])),
        ),
      );
      await happening(busy);
      const columns = (await placesIn(busy, room)).map(
        ({ language, places }): Column => ({
          language,
          shown: places.flatMap((place) => newsAmong(place, before)),
        }),
      );
      for (const { shown } of columns) {
        const [first] = shown;
        if (first?.kind === 'message') busy.remember(id, first.message);
      }
      return columns;
    },
  };
}

/** A ministry publishes this. */
export function publishes(id: string, title: string, listing: Listing, post: NewPost, note?: string): Scene {
  const happening = (stage: Stage) => {
    stage.publish(listing, post);
    return stage.later(2);
  };
  return happens(id, title, happening, note === undefined ? {} : { note });
}

/** All that stands in a room. */
export function stands(id: string, title: string, room: Room, note?: string): Scene {
  return {
    ...{ id, title, ...(note && { note }) },
    play: async ({ busy }) =>
      (await placesIn(busy, room)).map(({ language, places }) => ({
        language,
        shown: places.flatMap((place) => newsAmong(place, new Map())),
      })),
  };
}

/** A channel, or a thread of it. */
interface Place {
  thread: ShownMessage['thread'];
  messages: SentMessage[];
}

async function placesIn(
  { db, discord, rooms }: Stage,
  room: Room,
): Promise<{ language: MessageLanguage; places: Place[] }[]> {
  const found = [];
  for (const language of messageLanguages) {
    const channelId = rooms?.[room][language];
    if (channelId === undefined) continue;
    // A thread has the id of the message that it hangs on, and so has a forum's post.
    const told = await db
      .selectFrom('deliveries')
      .select('messageId')
      .where('channelId', '=', channelId)
      .distinct()
      .execute();
    const threads = told.flatMap(({ messageId }) => messageId ?? []);
    const places = [
      { thread: null, messages: discord.messages(channelId) },
      ...threads.map((id) => ({
        thread: room === 'forum' ? ('forum' as const) : ('threads' as const),
        messages: discord.messages(id),
      })),
    ];
    found.push({ language, places });
  }
  return found;
}

/** @param before - How often each message had been edited. */
function newsAmong({ thread, messages }: Place, before: ReadonlyMap<string, number>): ShownMessage[] {
  return messages
    .filter(({ id, edits }) => before.get(id) !== edits.length)
    .map((message) => ({
      kind: 'message',
      message,
      files: message.files,
      to: 'channel',
      done: null,
      replyTo: messages.find(({ id }) => id === message.message_reference?.message_id) ?? null,
      thread,
    }));
}
