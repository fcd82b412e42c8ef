import {
  ButtonStyle,
  ComponentType,
  InteractionResponseType,
  Locale,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { afterEach, expect, it } from 'vitest';
import type { Command, CommandButton, CommandMenu } from '../../commands/command.ts';
import { MINUTE, SECOND } from '../../src/domain/moment.ts';
import { type Office, openOffice } from '../fakes/bot.ts';

let office: Office;
afterEach(async () => {
  await office.close();
  expect(office.discord.violations).toEqual([]);
});

const row = (...customIds: string[]) => ({
  type: ComponentType.ActionRow as const,
  components: customIds.map((custom_id) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label: custom_id,
    custom_id,
  })),
});
const embed = (title: string) => ({ title });

const shown = () => [row('turn:2', 'gone:1'), menu('pick:2'), menu('passed:1')];

/** A command with one text option, that does as it is told. */
function command(given: Partial<Command> = {}): Command {
  return {
    data: new SlashCommandBuilder()
      .setName('try')
      .setDescription('Tries something')
      .addStringOption((option) =>
        option.setName('words').setDescription('Some words').setAutocomplete(true),
      ),
    execute: () => Promise.resolve({ reply: { embeds: [embed('tried')], components: shown() } }),
    ...given,
  };
}
async function open(given: Partial<Command> = {}): Promise<void> {
  office = await openOffice({}, { commands: [command(given)], controls: {} });
}
const use = (who = {}) =>
  office.discord.interact.command({ name: 'try', channelId: office.channelId, ...who });
const press = async (customId: string, who = {}) => {
  const { message } = await use();
  if (!message) throw new Error('no reply');
  return office.discord.interact.button({ message, customId, ...who });
};
const menu = (custom_id: string) => ({
  type: ComponentType.ActionRow as const,
  components: [
    {
      type: ComponentType.StringSelect as const,
      custom_id,
      options: [{ label: 'Steel', value: 'steel' }],
    },
  ],
});
const choose = async (customId: string, who = {}) => {
  const { message } = await use();
  if (!message) throw new Error('no reply');
  return office.discord.interact.select({ message, customId, values: ['steel'], ...who });
};
const slow = () => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  return { promise, resolve, reject };
};

it('answers privately, without leaving a message in the channel', async () => {
  await open();

  const reply = await use();

  expect(reply.ephemeral).toBe(true);
  expect(reply.message?.embeds[0]?.title).toBe('tried');
  expect(office.discord.messages(office.channelId)).toEqual([]);
});

it('shows "thinking" while a command takes its time, and answers within fifteen minutes', async () => {
  const work = slow();
  await open({
    execute: async () => {
      await work.promise;
      return { reply: { embeds: [embed('at last')], components: [] } };
    },
  });

  const answer = use();
  await advanceUntilDeferred();
  await office.clock.advance(10 * MINUTE);
  work.resolve();
  const reply = await answer;

  expect(reply.interaction.response).toBe(InteractionResponseType.DeferredChannelMessageWithSource);
  expect(reply.message?.embeds[0]?.title).toBe('at last');
  expect(reply.ephemeral).toBe(true);
});

it('keeps its apology private when a command fails after its time', async () => {
  const work = slow();
  await open({
    execute: async () => {
      await work.promise;
      return { note: 'never' };
    },
  });

  const answer = use();
  await advanceUntilDeferred();
  work.reject(new Error('the disk is on fire'));
  const reply = await answer;

  expect(reply.ephemeral).toBe(true);
  expect(reply.content).toContain('Something went wrong');
});

/** The bot hears of the command at its own pace: the clock is moved only once it waits. */
async function advanceUntilDeferred(): Promise<void> {
  const deferred = () =>
    office.discord.requests.some(
      ({ path, status }) => path.startsWith('/interactions/') && status !== null && status < 300,
    );
  while (!deferred()) {
    await office.clock.advance(SECOND / 10);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

it('turns every error into a private apology with a reference, in the reader’s language', async () => {
  await open({ execute: () => Promise.reject(new Error('the disk is on fire')) });

  const reply = await use();
  expect(reply.ephemeral).toBe(true);
  expect(reply.content).toContain('Something went wrong');
  expect(reply.content).toContain(reply.interaction.id);
  expect(reply.content).not.toContain('fire');
  expect((await use({ locale: Locale.ChineseCN })).content).toContain('出错了');
});

it('offers nothing when completing fails, rather than never answering', async () => {
  await open({ complete: () => Promise.reject(new Error('the disk is on fire')) });

  const reply = await office.discord.interact.autocomplete({
    name: 'try',
    channelId: office.channelId,
    options: { words: 'a' },
    focused: 'words',
  });

  expect(reply.choices).toEqual([]);
});

it('offers at most 25 choices', async () => {
  const choices = Array.from({ length: 40 }, (_, index) => ({ name: `n${index}`, value: `v${index}` }));
  await open({ complete: () => Promise.resolve(choices) });

  const reply = await office.discord.interact.autocomplete({
    name: 'try',
    channelId: office.channelId,
    options: { words: '' },
    focused: 'words',
  });

  expect(reply.choices).toHaveLength(25);
});

it('lets only managers of the server use what configures', async () => {
  await open({ configures: true, complete: () => Promise.resolve([{ name: 'secret', value: 'secret' }]) });
  const typed = { name: 'try', channelId: office.channelId, options: { words: '' }, focused: 'words' };
  const anybody = { memberPermissions: PermissionFlagsBits.SendMessages };
  const manager = { memberPermissions: PermissionFlagsBits.ManageGuild };

  expect((await use(anybody)).content).toContain('**Manage Server**');
  expect((await office.discord.interact.autocomplete({ ...typed, ...anybody })).choices).toEqual([]);
  expect((await use(manager)).message?.embeds[0]?.title).toBe('tried');
  expect((await office.discord.interact.autocomplete({ ...typed, ...manager })).choices).toHaveLength(1);
});

it('hands a button what follows the colon, and changes the message it stands under', async () => {
  const turn: CommandButton = {
    shows: 'in-place',
    answer: (_interaction, argument) =>
      Promise.resolve({ reply: { embeds: [embed(`page ${argument}`)], components: [] } }),
  };
  await open({ buttons: { turn } });

  const reply = await press('turn:2');

  expect(reply.interaction.response).toBe(InteractionResponseType.UpdateMessage);
  expect(reply.message?.embeds[0]?.title).toBe('page 2');
  expect(reply.message?.components).toEqual([]);
});

it('leaves the message as it is when a button has only a note for the one who pressed', async () => {
  const turn: CommandButton = { shows: 'in-place', answer: () => Promise.resolve({ note: 'no such page' }) };
  await open({ buttons: { turn } });

  const reply = await press('turn:2');

  expect(reply.content).toBe('no such page');
  expect(reply.ephemeral).toBe(true);
  expect(reply.interaction.source?.message.embeds[0]?.title).toBe('tried');
});

it('says that a button or a menu it does not know is too old', async () => {
  await open();

  for (const reply of [await press('gone:1'), await choose('passed:1')]) {
    expect(reply.content).toContain('This is too old');
    expect(reply.ephemeral).toBe(true);
  }
});

it('hands a menu what was chosen', async () => {
  const pick: CommandMenu = {
    shows: 'in-place',
    answer: ({ values }, argument) =>
      Promise.resolve({ reply: { embeds: [embed(`${values.join()} of ${argument}`)], components: [] } }),
  };
  await open({ menus: { pick } });

  expect((await choose('pick:2')).message?.embeds[0]?.title).toBe('steel of 2');
});

it('lets only managers use a menu that configures', async () => {
  const pick: CommandMenu = {
    configures: true,
    shows: 'private',
    answer: () => Promise.resolve({ note: 'done' }),
  };
  await open({ menus: { pick } });

  const anybody = { memberPermissions: PermissionFlagsBits.SendMessages };
  expect((await choose('pick:2', anybody)).content).toContain('**Manage Server**');
  expect((await choose('pick:2')).content).toBe('done');
});

it('apologises for a button that fails', async () => {
  const turn: CommandButton = {
    shows: 'everyone',
    answer: () => Promise.reject(new Error('the disk is on fire')),
  };
  await open({ buttons: { turn } });

  const reply = await press('turn:2');

  expect(reply.content).toContain('Something went wrong');
  expect(reply.ephemeral).toBe(true);
});

it('answers a command that was taken out of the bot', async () => {
  office = await openOffice({}, { commands: [], controls: {} });
  office.discord.register([command().data.toJSON()]);

  expect((await use()).content).toContain('does not know this command any more');
});

it('mentions nobody, whatever an answer says and however it is shown', async () => {
  const content = '@everyone <@&1> <@2>';
  const answer = () => Promise.resolve({ reply: { content, embeds: [], components: [] } });
  await open({
    buttons: {
      turn: { shows: 'in-place', answer },
      gone: { shows: 'everyone', answer },
    },
    execute: () => Promise.resolve({ reply: { content, embeds: [], components: [row('turn:1', 'gone:1')] } }),
  });
  const { message } = await use();
  if (!message) throw new Error('no reply');
  // In place last: it takes the buttons away.
  for (const customId of ['gone:1', 'turn:1']) await office.discord.interact.button({ message, customId });

  const answers = office.discord.requests.filter(({ path }) => path.startsWith('/interactions/'));
  expect(answers).toHaveLength(3);
  for (const { body } of answers) {
    expect(body).toMatchObject({ data: { content, allowed_mentions: { parse: [] } } });
  }
});

it('goes on when its answer comes too late for Discord', async () => {
  let delay = 4 * SECOND;
  await open({
    execute: async () => {
      await office.clock.advance(delay);
      return { reply: { embeds: [embed('tried')], components: [] } };
    },
  });

  expect((await use()).refused).toBe(10062);

  delay = 0;
  expect((await use()).message?.embeds[0]?.title).toBe('tried');
});
