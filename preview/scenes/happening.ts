import { type MessageLanguage, messageLanguages } from '../../src/domain/subscription.ts';
import type { SentMessage } from '../../tests/fakes/discord/index.ts';
import type { Listing } from '../ministries.ts';
import type { Column, Scene, ShownMessage } from '../scene.ts';
import type { NewPost, Stage } from '../stage.ts';

/** Something happens at the ministries, and each channel shows what is new or has changed since. */
export function happens(
  id: string,
  title: string,
  happening: (stage: Stage) => unknown,
  note?: string,
): Scene {
  return {
    ...{ id, title, ...(note && { note }) },
    async play({ busy }) {
      const before = new Map(
        messageLanguages
          .flatMap((language) => messagesIn(busy, language))
          .map(({ id, edits }) => [id, edits.length]),
      );
      await happening(busy);
      const columns = messageLanguages.map(
        (language): Column => ({ language, shown: newsAmong(messagesIn(busy, language), before) }),
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
  return happens(id, title, happening, note);
}

function messagesIn({ discord, watched }: Stage, language: MessageLanguage): SentMessage[] {
  return discord.messages(watched[language]);
}

/** @param before - How often each message had been edited. */
function newsAmong(messages: readonly SentMessage[], before: ReadonlyMap<string, number>): ShownMessage[] {
  return messages
    .filter(({ id, edits }) => before.get(id) !== edits.length)
    .map((message) => ({
      kind: 'message',
      message,
      files: message.files,
      to: 'channel',
      done: null,
      replyTo: messages.find(({ id }) => id === message.message_reference?.message_id) ?? null,
    }));
}
