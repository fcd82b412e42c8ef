import { Locale } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { briefing } from '../fakes/archive.ts';
import { type Office, openOffice } from '../fakes/bot.ts';
import { labels, pressable, selectable, textOf, titleOf } from './support.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.close();
  expect(office.discord.violations).toEqual([]);
});

const ask = (options = {}, who = {}) =>
  office.discord.interact.command({ name: 'search', channelId: office.channelId, options, ...who });

async function sevenStories(): Promise<void> {
  for (let day = 1; day <= 7; day++) {
    await office.archive.story({
      on: `2031-02-0${day}`,
      text: `Some gallium licences were granted on day ${day}.`,
      facts: { action: 'approve', goods: ['gallium'], licencesCount: 10 + day },
    });
  }
}

it('shows what was found with its words marked, privately, in both languages', async () => {
  await office.archive.story({
    on: '2031-02-01',
    text: '贸易部已批准一定数量的鎵出口許可申請。',
    source: briefing,
    facts: { action: 'approve', goods: ['gallium'] },
    url: 'https://trade.varnia.example/a(b)',
  });
  await office.archive.story({
    on: '2031-02-03',
    text: 'Gallium needs a licence.',
    facts: { action: 'new_control', goods: ['gallium'] },
  });

  const reply = await ask({ words: '镓' });

  expect(reply.ephemeral).toBe(true);
  expect(titleOf(reply)).toBe('镓 · 2 results, newest first');
  const lines = textOf(reply).split('\n');
  expect(lines[0]).toMatch(/^1\\\. \*\*3 Feb 2031\*\* {2}NEW CONTROL · .*\[source\]/);
  expect(lines[1]).toBe('“**Gallium** needs a licence.”');
  expect(lines[2]).toMatch(/^2\\\. \*\*1 Feb 2031\*\* {2}LICENCES GRANTED · .*a%28b%29\)$/);
  expect(lines[3]).toBe('「贸易部已批准一定数量的**鎵**出口許可申請。」');
  expect(lines[4]).toBe('*also found as gallium*');
  expect(labels(reply)).toEqual(['Only measures', 'Only licences', 'Share here']);
});

it('opens a story that was found', async () => {
  await sevenStories();

  const menu = selectable(await ask({ words: 'gallium' }), 'Open a story …');
  const opened = await office.discord.interact.select({ ...menu, values: ['6'] });

  expect(opened.ephemeral).toBe(true);
  expect(opened.message?.embeds[0]?.footer?.text).toMatch(/^story 6 · /);
});

it('turns pages back and forth, also after a restart, and keeps the count', async () => {
  await sevenStories();
  const list = await ask({ words: 'gallium' });
  expect(textOf(list)).toContain('day 3');
  expect(textOf(list)).not.toContain('day 2');

  await office.restart();
  const older = await office.discord.interact.button(pressable(list, 'Older'));
  expect(titleOf(older)).toBe('gallium · 7 results, newest first');
  expect(textOf(older)).toContain('day 1');
  expect(textOf(older)).not.toContain('day 3');
  expect(labels(older)).not.toContain('Older');

  await office.restart();
  expect(textOf(await office.discord.interact.button(pressable(older, 'Newer')))).toContain('day 7');
});

it('keeps to goods, dates and kinds', async () => {
  await office.archive.story({
    on: '2031-01-31',
    title: 'one licence',
    facts: { action: 'approve', goods: ['gallium'] },
  });
  await office.archive.story({
    on: '2031-02-01',
    title: 'two licences',
    facts: { action: 'new_control', goods: ['gallium'] },
  });
  await office.archive.story({
    on: '2031-02-28',
    title: 'three licences',
    facts: { action: 'approve', goods: ['tungsten'] },
  });

  expect(titleOf(await ask({ words: 'licence', goods: '镓' }))).toBe(
    'licence · gallium · 2 results, newest first',
  );
  expect(titleOf(await ask({ words: 'licence', since: '2031-02', until: 'February 2031' }))).toBe(
    'licence · 1 Feb 2031 – 28 Feb 2031 · 2 results, newest first',
  );
  expect(titleOf(await ask({ goods: 'tungsten' }))).toBe('tungsten · 1 result, newest first');

  const only = await office.discord.interact.button(
    pressable(await ask({ words: 'licence' }), 'Only measures'),
  );
  expect(titleOf(only)).toBe('licence · measures · 1 result, newest first');
  const all = await office.discord.interact.button(pressable(only, 'All kinds'));
  expect(titleOf(all)).toBe('licence · 3 results, newest first');
});

it('keeps to actions, ministries and countries, on every page', async () => {
  await sevenStories();
  await office.archive.story({
    on: '2031-02-08',
    title: 'gallium refused',
    facts: { action: 'deny', goods: ['gallium'] },
  });

  const list = await ask({ words: 'gallium', actions: 'licences granted', authorities: 'Vietnam' });
  expect(titleOf(list)).toBe('gallium · licences granted · Vietnam (all) · 7 results, newest first');
  const older = await office.discord.interact.button(pressable(list, 'Older'));
  expect(textOf(older)).toContain('day 1');

  expect(titleOf(await ask({ actions: 'deny' }))).toBe('refused · 1 result, newest first');
  expect(titleOf(await ask({ authorities: 'vn-trade' }))).toContain('8 results');
  const none = await ask({ words: 'gallium', actions: 'relax', authorities: 'VN' });
  expect(titleOf(none)).toMatch(/^Nothing on gallium · /);
  expect(textOf(none)).toContain('/watch add actions: relax authorities: VN words: gallium');
});

it.each([
  [{}, 'Say what to look for'],
  [{ words: ' … ' }, 'Say what to look for'],
  [{ words: 'x', since: 'next **week**' }, '“next \\*\\*week\\*\\*” is not a date'],
  [{ words: 'x', goods: 'moon rock' }, 'knows no goods called moon rock'],
  [{ words: 'x', actions: 'dance' }, '`actions` knows no dance'],
])('answers %s with a sentence', async (options, sentence) => {
  expect((await ask(options)).content).toContain(sentence);
});

describe('where nothing is found', () => {
  it('says where it looked, and offers to look in all pages', async () => {
    await sevenStories();

    const reply = await ask({ words: 'helium "a) OR b"' });

    expect(titleOf(reply)).toBe('Nothing on helium "a) OR b"');
    expect(textOf(reply)).toContain('of 7 pages since 1 Feb 2031');
    const all = await office.discord.interact.button(pressable(reply, 'Search all pages'));
    expect(textOf(all)).toContain('Looked in all of 7 pages');
    expect(labels(all)).toEqual([]);
  });

  it('offers what is near, what is found of several words, and how to be told', async () => {
    await sevenStories();

    const reply = await ask({ words: 'galium magnets licences' });

    expect(labels(reply)).toEqual(['Near: gallium', 'Near: licences', 'Search all pages']);
    expect(textOf(reply)).toContain('/watch add words: galium magnets licences');
    const near = await office.discord.interact.button(pressable(reply, 'Near: gallium'));
    expect(titleOf(near)).toBe('gallium · 7 results, newest first');
  });

  it('knows the relatives of a good that nothing is said of', async () => {
    await office.archive.story({ on: '2031-02-01', facts: { action: 'approve', goods: ['samarium'] } });

    expect(labels(await ask({ words: '铽' }, { locale: Locale.ChineseCN }))).toContain('相近：钐');
  });

  it('writes nothing that was typed as markdown or mention', async () => {
    const reply = await ask({ words: '**bold** @everyone [x](https://evil.example)' });

    expect(titleOf(reply)).toContain('\\*\\*bold\\*\\*');
    expect(titleOf(reply)).not.toContain('@everyone');
    expect(titleOf(reply)).not.toContain('](https');
  });
});

it('answers in Chinese whoever uses Discord in Chinese', async () => {
  await sevenStories();

  const reply = await ask({ words: 'gallium' }, { locale: Locale.ChineseCN });

  expect(titleOf(reply)).toBe('gallium · 7条，由新到旧');
  expect(labels(reply)).toContain('只看许可');
});

it('stays within what Discord takes, and escapes the longest texts', async () => {
  for (let day = 1; day <= 6; day++) {
    await office.archive.story({
      on: `2031-02-0${day}`,
      title: `**${'镓_'.repeat(300)}**`,
      text: `${'_'.repeat(3000)}镓*`.repeat(40),
      url: `https://trade.varnia.example/${'x'.repeat(460)}${day}`,
      facts: {
        action: 'approve',
        goods: ['gallium', 'germanium', 'antimony', 'graphite', 'samarium', 'gadolinium'],
      },
    });
  }

  const reply = await ask({ words: `镓 ${'"镓" '.repeat(45)}`, everything: true });

  expect(textOf(reply).length).toBeLessThanOrEqual(4096);
  expect(textOf(reply)).toContain('5\\. ');
});
