import type { APIMessage } from 'discord.js';
import type { Language } from '../../src/domain/source.ts';
import type { Reply } from '../../tests/fakes/discord/index.ts';
import type { Scene, Shown, ShownMessage, Stages } from '../scene.ts';
import type { Desk, Stage } from '../stage.ts';
import { press } from './press.ts';

type Options = Record<string, string | number | boolean>;

/** What somebody does, one after the other; buttons are those of the message seen last. */
export type Step =
  /** "watch add": a command and its subcommand. `role`: of this name, made for it. */
  | {
      use: string;
      options?: Options | ((stage: Stage, desk: Desk) => Options | Promise<Options>);
      role?: string;
      memberPermissions?: bigint;
    }
  /** The first part of its `custom_id`; of several the last. `under`: a scene whose message it stands under. */
  | { press: string; under?: string; memberPermissions?: bigint }
  /** Types an option of a command, and looks at what is offered. */
  | { type: string; option: string; text: string | number }
  /** Looks at the newest message of the channel. */
  | { look: 'channel' }
  /** What else happens in the world. */
  | { meanwhile: (stage: Stage, desk: Desk) => unknown };

interface Played {
  stage: Stage;
  desk: Desk;
  /** The message seen last. */
  last: APIMessage | null;
}

/** The same steps by an English and by a Chinese reader, each in a server of their own. */
export function asks(
  id: string,
  title: string,
  steps: readonly Step[],
  { at = 'busy', note }: { at?: keyof Stages; note?: string } = {},
): Scene {
  return {
    ...{ id, title, ...(note && { note }) },
    async play(stages) {
      const readers: readonly Language[] = ['en', 'zh'];
      const columns = [];
      for (const language of readers) {
        const played: Played = { stage: stages[at], desk: stages[at].desks[language], last: null };
        const shown: Shown[] = [];
        for (const step of steps) shown.push(...(await take(step, played)));
        columns.push({ language, shown });
      }
      return columns;
    },
  };
}

async function take(step: Step, played: Played): Promise<Shown[]> {
  const { stage, desk } = played;
  if ('meanwhile' in step) {
    await step.meanwhile(stage, desk);
    return [];
  }
  if ('type' in step) return [await typed(step, played)];
  const shown = await seen(step, played);
  played.last = shown.message;
  return [shown];
}

function seen(step: Exclude<Step, { meanwhile: unknown } | { type: string }>, played: Played) {
  if ('use' in step) return used(step, played);
  return 'press' in step ? pressed(step, played) : newest(played);
}

async function used(step: Extract<Step, { use: string }>, { stage, desk }: Played): Promise<ShownMessage> {
  const { use, role, options: given = {} } = step;
  const named = role && { role: stage.discord.role({ guildId: desk.guildId, name: role }).id };
  const options = { ...(typeof given === 'function' ? await given(stage, desk) : given), ...named };
  const { channelId, locale } = desk;
  const command = { ...called(use), channelId, locale, options, ...who(step) };
  const reply = await stage.discord.interact.command(command);
  const names = new Map(stage.names());
  const said = Object.entries(options).map(
    ([name, value]) => `${name}: ${names.get(String(value)) ?? value}`,
  );
  return shownOf(reply, [`/${use}`, ...said].join('  '));
}

async function pressed(step: Extract<Step, { press: string }>, played: Played): Promise<ShownMessage> {
  const { stage, desk } = played;
  const message = step.under === undefined ? played.last : stage.recall(step.under, desk.channelId);
  const { reply, label } = await press(stage, desk, message, step.press, who(step));
  return shownOf(reply, `[${label}]`);
}

function newest({ stage, desk }: Played): ShownMessage {
  const message = stage.discord.messages(desk.channelId).at(-1);
  if (!message) throw new Error('Nothing stands in the channel');
  return { kind: 'message', message, files: message.files, to: 'channel', done: null, replyTo: null };
}

async function typed(step: Extract<Step, { type: string }>, { stage, desk }: Played): Promise<Shown> {
  const { channelId, locale } = desk;
  const { choices } = await stage.discord.interact.autocomplete({
    ...{ ...called(step.type), channelId, locale },
    options: { [step.option]: step.text },
    focused: step.option,
  });
  return { kind: 'choices', done: `/${step.type}  ${step.option}: ${step.text}▏`, choices: [...choices] };
}

function called(use: string): { name: string; subcommand?: string } {
  const [name = '', subcommand] = use.split(' ');
  return { name, ...(subcommand && { subcommand }) };
}

/** Without permissions of their own: the owner of the server. */
function who({ memberPermissions }: { memberPermissions?: bigint }): { memberPermissions?: bigint } {
  return memberPermissions === undefined ? {} : { memberPermissions };
}

function shownOf(reply: Reply, done: string): ShownMessage {
  if (!reply.message) throw new Error(`Nobody saw an answer to ${done}: ${JSON.stringify(reply.refused)}`);
  return {
    kind: 'message',
    message: structuredClone(reply.message),
    files: new Map(reply.files),
    to: reply.ephemeral ? 'asker' : 'channel',
    done,
    replyTo: null,
  };
}
