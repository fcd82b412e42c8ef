import type { MessageLanguage } from './subscription.ts';

/** What a Discord server has chosen for all of its channels. */
export interface Server {
  guildId: string;
  /** An IANA name: digests and quiet hours go by its clocks. */
  zone: string;
  /** Who may look things up: the members with this role, or everybody. */
  askersRoleId: string | null;
  /** Where those who look after the bot are told how its Sources do; null: nowhere. */
  opsChannelId: string | null;
  /** Of new Subscriptions that name none. */
  language: MessageLanguage;
}

export const defaultZone = 'UTC';

/** What goes for a server that has chosen nothing. */
export const plainServer: Readonly<Omit<Server, 'guildId'>> = {
  zone: defaultZone,
  askersRoleId: null,
  opsChannelId: null,
  language: 'both',
};
