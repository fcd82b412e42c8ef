import type { Client, Guild, User } from 'discord.js';

/** Who uses a command or a control, and where. */
export interface Asker {
  guild: Guild;
  guildId: string;
  client: Client<true>;
  user: User;
  locale: string;
}
