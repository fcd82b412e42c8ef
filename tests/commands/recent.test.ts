import { Locale } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../fakes/bot.ts';
import { pressable, textOf } from './support.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.close();
  expect(office.discord.violations).toEqual([]);
});

const ask = (options = {}, who = {}) =>
  office.discord.interact.command({ name: 'recent', channelId: office.channelId, options, ...who });

async function sevenStories(): Promise<void> {
  for (let day = 1; day <= 7; day++) {
    await office.archive.story({
      on: `2031-02-0${day}`,
      facts: { action: 'approve', goods: ['gallium'], licencesCount: 10 + day },
    });
  }
}

it('lists the newest first, privately, with the official page', async () => {
  await office.archive.story({ on: '2031-02-01', facts: { action: 'new_control', goods: ['tungsten'] } });
  await office.archive.story({
    on: '2031-02-03',
    facts: { action: 'approve', goods: ['gallium'], licencesCount: 12 },
    url: 'https://trade.varnia.example/a(b)',
  });

  const reply = await ask();

  expect(reply.ephemeral).toBe(true);
  const [first, second] = textOf(reply).split('\n');
  expect(first).toContain('**3 Feb 2031**');
  expect(first).toContain('LICENCES GRANTED');
  expect(first).toContain('(https://trade.varnia.example/a%28b%29)');
  expect(second).toContain('**1 Feb 2031**');
});

it('filters by tier and by goods, and takes Chinese names and symbols', async () => {
  await office.archive.story({ on: '2031-02-01', facts: { action: 'new_control', goods: ['tungsten'] } });
  await office.archive.story({ on: '2031-02-02', facts: { action: 'approve', goods: ['tungsten'] } });
  await office.archive.story({ on: '2031-02-03', facts: { action: 'approve', goods: ['gallium'] } });

  for (const goods of ['tungsten', '钨', 'w']) {
    const reply = await ask({ goods, tier: 'measure' });
    expect(textOf(reply)).toContain('1 Feb 2031');
    expect(textOf(reply)).not.toContain('2 Feb 2031');
    expect(textOf(reply)).not.toContain('3 Feb 2031');
  }
});

describe('of some actions, ministries and countries', () => {
  beforeEach(async () => {
    await office.archive.story({ on: '2031-02-01', facts: { action: 'new_control', goods: ['tungsten'] } });
    await office.archive.story({ on: '2031-02-02', facts: { action: 'deny', goods: ['tungsten'] } });
    await office.archive.story({ on: '2031-02-03', facts: { action: 'approve', goods: ['gallium'] } });
  });

  it.each([
    [{ actions: 'deny' }, ['2'], 'Recent: refused'],
    [{ actions: 'licences granted, 不予许可' }, ['3', '2'], null],
    [{ authorities: 'Vietnam' }, ['3', '2', '1'], 'Recent: Vietnam (all)'],
    [{ authorities: '越南', actions: 'new control', goods: 'tungsten', tier: 'measure' }, ['1'], null],
    [{ authorities: 'vn-trade', actions: 'deny' }, ['2'], null],
  ])('finds by %j those of %j February', async (options, days, title) => {
    const reply = await ask(options);

    expect([...textOf(reply).matchAll(/\*\*(\d) Feb 2031\*\*/g)].map(([, day]) => day)).toEqual(days);
    if (title) expect(reply.message?.embeds[0]?.title).toBe(title);
  });

  it('finds those of a ministry whose sources are read no more', async () => {
    await office.db.updateTable('sources').set({ enabled: 0 }).execute();

    expect(textOf(await ask({ authorities: 'Vietnam' }))).toContain('3 Feb 2031');
  });

  it('keeps them over the pages', async () => {
    await sevenStories();
    await office.archive.story({ on: '2031-02-09', facts: { action: 'deny', goods: ['gallium'] } });

    const list = await ask({ actions: 'approve', authorities: 'VN' });
    expect(textOf(list)).not.toContain('9 Feb 2031');
    const older = await office.discord.interact.button(pressable(list, 'Older'));

    expect(textOf(older)).toContain('1 Feb 2031');
    expect(textOf(older)).not.toContain('9 Feb 2031');
    expect(older.message?.embeds[0]?.title).toBe(list.message?.embeds[0]?.title);
  });

  it('names what it does not know, without formatting it, and looks nothing up', async () => {
    const reply = await ask({ authorities: 'VN, **Atlantis**' });

    expect(reply.content).toBe(
      '`authorities` knows no \\*\\*Atlantis\\*\\*. Choose from the list shown while typing.',
    );
  });

  it.each([
    ['actions', 'refused, granted', { name: 'refused, licences granted', value: 'deny, approve' }],
    ['authorities', 'viet', { name: 'Vietnam (all)', value: 'VN' }],
  ])('completes %s', async (focused, typed, choice) => {
    const reply = await office.discord.interact.autocomplete({
      name: 'recent',
      channelId: office.channelId,
      options: { [focused]: typed },
      focused,
    });

    expect(reply.choices[0]).toEqual(choice);
  });
});

it('finds single elements when asked for rare earths', async () => {
  await office.archive.story({
    on: '2031-02-01',
    facts: { action: 'new_control', goods: ['samarium', 'yttrium'] },
  });

  expect(textOf(await ask({ goods: 'rare earths' }))).toContain('1 Feb 2031');
});

it('turns pages back and forth, and goes on doing so after a restart', async () => {
  await sevenStories();

  const list = await ask();
  expect(textOf(list)).toContain('7 Feb 2031');
  expect(textOf(list)).not.toContain('2 Feb 2031');

  await office.restart();
  const older = await office.discord.interact.button(pressable(list, 'Older'));
  expect(textOf(older)).toContain('2 Feb 2031');
  expect(textOf(older)).not.toContain('7 Feb 2031');
  expect(older.ephemeral).toBe(true);

  await office.restart();
  const newer = await office.discord.interact.button(pressable(older, 'Newer'));
  expect(textOf(newer)).toContain('7 Feb 2031');
});

it('says so when a list has expired', async () => {
  await sevenStories();
  const list = await ask();
  office.cursors.forget();

  const reply = await office.discord.interact.button(pressable(list, 'Older'));

  expect(reply.content).toBe('This list has expired. Run the command again.');
  expect(reply.ephemeral).toBe(true);
});

it('shows the list to the channel, silently and naming who shared it, only when asked', async () => {
  await sevenStories();
  const list = await ask();
  expect(office.discord.messages(office.channelId)).toEqual([]);

  const shared = await office.discord.interact.button(pressable(list, 'Share here'));

  expect(shared.ephemeral).toBe(false);
  const [message] = office.discord.messages(office.channelId);
  expect(message?.embeds[0]?.description).toBe(textOf(list));
  expect(message?.content).toMatch(/^Shared by <@\d+>$/);
  expect(message?.components).toEqual([]);
});

it('shares nothing for somebody who may not write in the channel', async () => {
  await sevenStories();
  const list = await ask();

  const reply = await office.discord.interact.button({
    ...pressable(list, 'Share here'),
    memberPermissions: 0n,
  });

  expect(reply.content).toContain('You may not write in this channel');
  expect(office.discord.messages(office.channelId)).toEqual([]);
});

it('names goods that it does not know, without formatting them', async () => {
  const reply = await ask({ goods: 'gallium, **moon** @everyone rock' });

  expect(reply.content).toContain('\\*\\*moon\\*\\*');
  expect(reply.content).not.toContain('@everyone');
  expect(reply.ephemeral).toBe(true);
});

it('completes the last of several goods', async () => {
  await office.archive.story({ on: '2031-02-01', facts: { action: 'approve', goods: ['germanium'] } });

  const reply = await office.discord.interact.autocomplete({
    name: 'recent',
    channelId: office.channelId,
    options: { goods: 'gallium, ge' },
    focused: 'goods',
  });

  expect(reply.choices[0]).toEqual({ name: 'gallium, germanium', value: 'gallium, germanium' });
});

it('answers in Chinese whoever uses Discord in Chinese', async () => {
  await office.archive.story({ on: '2031-02-01', facts: { action: 'approve', goods: ['gallium'] } });

  const reply = await ask({}, { locale: Locale.ChineseTW });

  expect(reply.message?.embeds[0]?.title).toBe('近期出口许可消息');
  expect(textOf(reply)).toContain('许可获批');
  expect(textOf(reply)).toContain('瓦尼亚贸易部');
});

it('says that nothing fits rather than showing an empty list', async () => {
  expect((await ask()).content).toContain('Nothing in the archive fits');
});
