/**
 * What is read is read for every server of the bot: where there are several, its operator says whose managers may
 * change it.
 */
export function mayChangeSources(
  { client, guildId }: { client: { guilds: { cache: { size: number } } }; guildId: string },
  { adminServers }: { adminServers: readonly string[] | undefined },
): boolean {
  return adminServers ? adminServers.includes(guildId) : client.guilds.cache.size === 1;
}
