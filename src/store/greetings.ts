import type { Instant } from '../domain/moment.ts';
import type { Db } from './schema.ts';

/** Where the line stands that was left on joining a server. */
export interface Greeting {
  channelId: string;
  messageId: string;
}

/**
 * Takes it on to greet a server, once for each time that the bot has joined it: whoever is told to and then stops
 * leaves it ungreeted.
 *
 * @param joinedAt - When the bot has joined it this time.
 * @returns whether it is to be greeted; a server that has watches knows how they are made.
 */
export async function claimGreeting(db: Db, guildId: string, joinedAt: Instant): Promise<boolean> {
  const nowhere = { channelId: null, messageId: null };
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('greetings')
    .values({ guildId, joinedAt, ...nowhere })
    .onConflict((conflict) =>
      conflict
        .column('guildId')
        .doUpdateSet({ joinedAt, ...nowhere })
        .where('greetings.joinedAt', '!=', joinedAt),
    )
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return false;
  return !(await hasWatches(db, guildId));
}

async function hasWatches(db: Db, guildId: string): Promise<boolean> {
  const watch = await db
    .selectFrom('subscriptions')
    .select('id')
    .where('guildId', '=', guildId)
    .executeTakeFirst();
  return watch !== undefined;
}

/** @returns whether the line is needed still: whoever made a watch before it was kept has not found it. */
export async function keepGreeting(db: Db, guildId: string, where: Greeting): Promise<boolean> {
  await db.updateTable('greetings').set(where).where('guildId', '=', guildId).execute();
  return !(await hasWatches(db, guildId));
}

/** The line that stands in a server; null where none does. */
export async function findGreeting(db: Db, guildId: string): Promise<Greeting | null> {
  const row = await db
    .selectFrom('greetings')
    .select(['channelId', 'messageId'])
    .where('guildId', '=', guildId)
    .executeTakeFirst();
  if (!row || row.channelId === null || row.messageId === null) return null;
  return { channelId: row.channelId, messageId: row.messageId };
}

export async function forgetGreeting(db: Db, guildId: string): Promise<void> {
  await db
    .updateTable('greetings')
    .set({ channelId: null, messageId: null })
    .where('guildId', '=', guildId)
    .execute();
}
