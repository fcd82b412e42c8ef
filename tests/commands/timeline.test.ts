import { Locale } from 'discord.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Office, openOffice } from '../fakes/bot.ts';
import { labels, pressable, textOf, titleOf } from './support.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.close();
  expect(office.discord.violations).toEqual([]);
});

const ask = (options = {}, who = {}) =>
  office.discord.interact.command({ name: 'timeline', channelId: office.channelId, options, ...who });

async function stories(): Promise<void> {
  const { archive } = office;
  await archive.story({ on: '2031-03-02', facts: { action: 'approve', goods: ['gallium'] } });
  await archive.story({ on: '2031-03-04', facts: { goods: ['gallium'] } });
  await archive.story({
    on: '2031-01-31',
    facts: { action: 'new_control', goods: ['tungsten'], announcementNo: 'No. 3 of 2031' },
  });
  await archive.story({ on: '2030-06-30', facts: { action: 'deny', goods: ['gallium'] } });
}

it('tells each of six months, the newest first, with what changed something', async () => {
  await stories();

  const reply = await ask();

  expect(reply.ephemeral).toBe(true);
  expect(titleOf(reply)).toBe('Timeline: all goods · Oct 2030 – Mar 2031');
  expect(textOf(reply).split('\n')).toEqual([
    '**Mar 2031**  ▇▇▇▇▇▇▇▇▇▇ 1 decision · 1 statement',
    expect.stringMatching(/^● 2 Mar 2031 · LICENCES GRANTED · .*gallium/),
    '**Feb 2031**  nothing',
    '**Jan 2031**  ▇▇▇▇▇ 1 measure',
    expect.stringMatching(/^■ 31 Jan 2031 · NEW CONTROL · .*tungsten/),
    '**Dec 2030**  nothing',
    '**Nov 2030**  nothing',
    '**Oct 2030**  nothing',
    expect.stringContaining('archive since 30 Jun 2030'),
  ]);
});

it('goes back as far as the archive, also after a restart, and forward to this month', async () => {
  await stories();
  const newest = await ask();
  expect(labels(newest)).toEqual(['Older', 'Share here']);

  await office.restart();
  const older = await office.discord.interact.button(pressable(newest, 'Older'));
  expect(textOf(older)).toContain('■ 30 Jun 2030 · REFUSED');
  expect(labels(older)).toEqual(['Newer', 'Share here']);
  const back = await office.discord.interact.button(pressable(older, 'Newer'));
  expect(textOf(back)).toBe(textOf(newest));
});

it('keeps to goods and ends where it is asked to', async () => {
  await stories();

  const reply = await ask({ goods: '镓', until: '2030-12' }, { locale: Locale.ChineseCN });

  expect(titleOf(reply)).toBe('时间线：镓 · 2030年7月至2030年12月');
  expect(textOf(reply)).not.toContain('■');
  expect((await ask({ until: 'soon' })).content).toContain('“soon” is not a date');
});

it('names three of a month where many would not fit, and counts the rest', async () => {
  for (let month = 1; month <= 6; month++) {
    for (let day = 1; day <= 9; day++) {
      const goods = ['gallium', 'germanium', 'antimony', 'graphite', 'samarium', 'gadolinium'];
      await office.archive.story({
        on: `2030-0${month}-0${day}`,
        facts: { action: 'deny', goods, destinations: ['Japan'] },
      });
    }
  }

  const reply = await ask({ until: 'June 2030' });

  expect(textOf(reply).match(/■/g)).toHaveLength(18);
  expect(textOf(reply)).toContain('archive since');
  expect(textOf(reply).length).toBeLessThanOrEqual(4096);
});
