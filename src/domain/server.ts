/** What a Discord server has chosen for all of its channels. */
export interface Server {
  guildId: string;
  /** An IANA name: digests and quiet hours go by its clocks. */
  zone: string;
  /** Who may look things up: the members with this role, or everybody. */
  askersRoleId: string | null;
  /** Where those who look after the bot are told how its Sources do; null: nowhere. */
  opsChannelId: string | null;
}

export const defaultZone = 'UTC';
