import type { Guild } from 'discord.js';
import type { Draw } from '../src/discord/charts/picture.ts';
import type { Button, Controls, Form, Menu, SlashCommand } from '../src/discord/command.ts';
import type { RenderContext } from '../src/discord/render/context.ts';
import type { Source } from '../src/domain/source.ts';
import type { Clock } from '../src/ops/clock.ts';
import type { Polled } from '../src/pipeline/poll.ts';
import type { SourceBook } from '../src/pipeline/source-book.ts';
import type { Discovery } from '../src/sources/detect/discover.ts';
import type { Listing } from '../src/sources/reader.ts';
import type { Cursors, Fault } from '../src/store/cache.ts';
import type { Db } from '../src/store/schema.ts';

/** What a command works with. */
export interface CommandContext {
  db: Db;
  /** The Sources that are read, by id. */
  sources: ReadonlyMap<string, Source>;
  book: SourceBook;
  /** What there is to read at an address. Rejects with a ReadFailure where nothing is found. */
  discover(url: string): Promise<Discovery>;
  /** The rows that a Source shows now; nothing is recorded. Rejects with a ReadFailure. */
  read(source: Source): Promise<Pick<Listing, 'rows' | 'warnings'>>;
  /** Polls one Source now. Null where it is being polled already. */
  check(sourceId: string): Promise<Polled | null>;
  /** Takes back what was said on joining a server, now that it is known there what to do. Never rejects. */
  ungreet(guild: Guild): Promise<void>;
  /** See ADMIN_SERVERS. */
  adminServers: readonly string[] | undefined;
  /** Names, also of Sources and authorities that were removed since. */
  names: RenderContext;
  draw: Draw;
  clock: Clock;
  cursors: Cursors;
  /** What is wrong with the cache; null while it works. */
  cacheFault: () => Fault | null;
}

export type Command = SlashCommand<CommandContext>;
export type CommandButton = Button<CommandContext>;
export type CommandMenu = Menu<CommandContext>;
export type CommandForm = Form<CommandContext>;
export type CommandControls = Controls<CommandContext>;
