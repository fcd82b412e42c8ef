import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord.js';
import type { MessageLanguage } from '../src/domain/subscription.ts';
import type { Stage } from './stage.ts';

/** One thing that happens, and what people see of it. */
export interface Scene {
  /** Its anchor in the page; unique. */
  id: string;
  title: string;
  /** A sentence on what has just happened. */
  note?: string;
  play(stages: Stages): Promise<Column[]>;
}

export interface Section {
  id: string;
  title: string;
  scenes: readonly Scene[];
}

export interface Stages {
  /** An archive of two years, and channels that are told everything. */
  busy: Stage;
  /** Just started: nothing has been read, nothing is watched. */
  empty: Stage;
}

/** What is seen at one place. */
export interface Column {
  language: MessageLanguage;
  shown: Shown[];
}

export type Shown = ShownMessage | ShownChoices | ShownForm;

export interface ShownMessage {
  kind: 'message';
  message: APIMessage;
  files: ReadonlyMap<string, Uint8Array>;
  /** Who sees it: everybody in the channel, or only who asked. */
  to: 'channel' | 'asker';
  /** What somebody did to see it: "/recent", "presses Older". Null: it came by itself. */
  done: string | null;
  /** The message that it replies to. */
  replyTo: APIMessage | null;
  /** The thread or the forum's post that it stands in. */
  thread: 'forum' | 'threads' | null;
}

/** What opens for somebody to fill in. */
export interface ShownForm {
  kind: 'form';
  done: string;
  form: APIModalInteractionResponseCallbackData;
}

/** What a command offers while somebody types. */
export interface ShownChoices {
  kind: 'choices';
  done: string;
  choices: readonly APIApplicationCommandOptionChoice[];
}
