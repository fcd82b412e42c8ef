import type { APIMessage } from 'discord.js';
import type { Language } from '../../src/domain/source.ts';
import type { Reply } from '../../tests/fakes/discord/index.ts';
import type { Scene, Shown, ShownForm, ShownMessage, Stages } from '../scene.ts';
import type { Desk, Stage } from '../stage.ts';
import { partIn, press } from './press.ts';

type Options = Record<string, string | number | boolean>;

/** What somebody does, one after the other; buttons are those of the message seen last. */
export type Step =
  /** "watch add": a command and its subcommand. `role`: of this name, made for it. */
  | {
      use: string;
      options?: Options | ((stage: Stage, desk: Desk) => Options | Promise<Options>);
      role?: string;
      memberPermissions?: bigint;
      userId?: (stage: Stage, desk: Desk) => string;
    }
  /** The first part of its `custom_id`; of several the last. `under`: a scene whose message it stands under. */
  | { press: string; under?: string; memberPermissions?: bigint }
  /** Chooses in a menu, by the first part of its `custom_id`. */
  | { choose: string; values: readonly string[] | ((stage: Stage, desk: Desk) => readonly string[]) }
  /** Sends the form that has just opened; what is left out stays as it proposes. */
  | { fill: Record<string, string> }
  /** Types an option of a command, and looks at what is offered. */
  | { type: string; option: string; text: string | number }
  /** Looks at the newest message of the channel, or at the newest that the bot has written to them. */
  | { look: 'channel' | 'direct messages' }
  /** The bot joins another server of theirs. */
  | { join: true }
  /** What else happens in the world. */
  | { meanwhile: (stage: Stage, desk: Desk) => unknown };

interface Played {
  stage: Stage;
  desk: Desk;
  /** The message seen last. */
  last: APIMessage | null;
  /** The answer that opened the form seen last. */
  form: Reply | null;
  /** Who does all this. */
  userId: string;
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
        const played: Played = {
          stage: stages[at],
          desk: stages[at].desks[language],
          last: null,
          form: null,
          userId: '',
        };
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
  if (shown.kind === 'message') played.last = shown.message;
  return [shown];
}

function seen(
  step: Exclude<Step, { meanwhile: unknown } | { type: string }>,
  played: Played,
): Promise<ShownMessage | ShownForm> {
  if ('use' in step) return used(step, played);
  if ('press' in step) return pressed(step, played);
  if ('join' in step) return joined(played);
  if ('choose' in step) return chosen(step, played);
  return 'fill' in step ? filled(step, played) : Promise.resolve(newest(step.look, played));
}

async function used(step: Extract<Step, { use: string }>, played: Played) {
  const { stage, desk } = played;
  const { use, role, options: given = {} } = step;
  const named = role && { role: stage.discord.role({ guildId: desk.guildId, name: role }).id };
  const options = { ...(typeof given === 'function' ? await given(stage, desk) : given), ...named };
  const { channelId, locale } = desk;
  const userId = step.userId && { userId: step.userId(stage, desk) };
  const command = { ...called(use), channelId, locale, options, ...who(step), ...userId };
  const reply = await stage.discord.interact.command(command);
  const names = new Map(stage.names());
  const said = Object.entries(options).map(
    ([name, value]) => `${name}: ${names.get(String(value)) ?? value}`,
  );
  return shownOf(reply, [`/${use}`, ...said].join('  '), played);
}

async function pressed(step: Extract<Step, { press: string }>, played: Played) {
  const { stage, desk } = played;
  const message = step.under === undefined ? played.last : stage.recall(step.under, desk.channelId);
  const { reply, label } = await press(stage, desk, message, step.press, who(step));
  return shownOf(reply, `[${label}]`, played);
}

async function chosen({ choose, values }: Extract<Step, { choose: string }>, played: Played) {
  const { stage, desk, last: message } = played;
  const customId = partIn(message, choose)?.custom_id;
  if (!message || !customId) throw new Error(`There is no menu ${choose} under ${message?.content ?? 'it'}`);
  const picked = typeof values === 'function' ? values(stage, desk) : values;
  const reply = await stage.discord.interact.select({
    message,
    customId,
    values: picked,
    locale: desk.locale,
  });
  const names = new Map(stage.names());
  return shownOf(reply, `[${picked.map((value) => names.get(value) ?? value).join(', ')}]`, played);
}

async function filled({ fill }: Extract<Step, { fill: object }>, played: Played) {
  const { stage, desk, form } = played;
  if (!form) throw new Error('No form has opened');
  const reply = await stage.discord.interact.submit({ form, fields: fill, locale: desk.locale });
  return shownOf(reply, `[${Object.values(fill).join(', ')}]`, played);
}

/** They go on in that server. */
async function joined(played: Played): Promise<ShownMessage> {
  const { stage, desk } = played;
  played.desk = stage.join(desk.locale);
  const { channelId } = played.desk;
  await stage.discord.waitFor(() => stage.discord.messages(channelId).length > 0, 'a line on joining');
  return newest('channel', played);
}

function newest(where: 'channel' | 'direct messages', played: Played): ShownMessage {
  const { stage, desk, userId } = played;
  const { discord } = stage;
  const message = discord.messages(where === 'channel' ? desk.channelId : discord.dmChannel(userId)).at(-1);
  if (!message) throw new Error(`Nothing stands in the ${where}`);
  return {
    kind: 'message',
    message,
    files: message.files,
    to: 'channel',
    done: null,
    replyTo: null,
    thread: null,
  };
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

function shownOf(reply: Reply, done: string, played: Played): ShownMessage | ShownForm {
  played.userId = reply.interaction.userId;
  if (reply.modal) {
    played.form = reply;
    return { kind: 'form', done, form: reply.modal };
  }
  if (!reply.message) throw new Error(`Nobody saw an answer to ${done}: ${JSON.stringify(reply.refused)}`);
  return {
    kind: 'message',
    message: structuredClone(reply.message),
    files: new Map(reply.files),
    to: reply.ephemeral ? 'asker' : 'channel',
    done,
    replyTo: null,
    thread: null,
  };
}
