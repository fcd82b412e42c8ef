import { plainServer, type Server } from '../domain/server.ts';
import type { Db } from './schema.ts';

/** What a server has chosen, or what goes for one that has chosen nothing. */
export async function readServer(db: Db, guildId: string): Promise<Server> {
  const row = await db.selectFrom('servers').selectAll().where('guildId', '=', guildId).executeTakeFirst();
  return row ?? { guildId, ...plainServer };
}

/** Saves what a server has chosen; what is left out stays as it is. */
export async function saveServer(
  db: Db,
  { guildId, ...chosen }: Pick<Server, 'guildId'> & Partial<Server>,
): Promise<void> {
  await db
    .insertInto('servers')
    .values({ guildId, ...plainServer, ...chosen })
    .onConflict((conflict) => conflict.column('guildId').doUpdateSet({ guildId, ...chosen }))
    .execute();
}

/** The channels where it is told how the Sources do, and the language that their servers have chosen. */
export function opsChannels(db: Db): Promise<{ channelId: string; language: Server['language'] }[]> {
  return db
    .selectFrom('servers')
    .select(['opsChannelId as channelId', 'language'])
    .where('opsChannelId', 'is not', null)
    .$narrowType<{ channelId: string }>()
    .execute();
}

/** A channel that is gone, or that the bot may not post in, is told nothing any more. */
export async function forgetOpsChannel(db: Db, channelId: string): Promise<void> {
  await db.updateTable('servers').set({ opsChannelId: null }).where('opsChannelId', '=', channelId).execute();
}
