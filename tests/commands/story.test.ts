import { Locale } from 'discord.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mergeStories } from '../../src/pipeline/merge-stories.ts';
import { toJson } from '../../src/store/columns.ts';
import { insertRevision } from '../../src/store/items.ts';
import { updateStory } from '../../src/store/stories.ts';
import { briefing } from '../fakes/archive.ts';
import { NOW, type Office, openOffice } from '../fakes/bot.ts';
import { labels } from './support.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.archive.story({
    on: '2031-02-01',
    title: 'Varnia approves gallium',
    text: 'Some gallium applications were approved.',
    facts: { action: 'approve', goods: ['gallium'], licencesCount: 'unspecified' },
    evidence: { action: [{ in: 'text', start: 27, end: 40, words: 'were approved' }] },
  });
  await office.archive.story({
    on: '2031-02-02',
    title: '瓦尼亚批准镓出口许可申请',
    source: briefing,
    facts: { action: 'approve', goods: ['gallium'], licencesCount: 'unspecified' },
  });
});
afterEach(async () => {
  await office.close();
  expect(office.discord.violations).toEqual([]);
});

const ask = (story: string, who = {}) =>
  office.discord.interact.command({ name: 'story', channelId: office.channelId, options: { story }, ...who });
const typing = async (story: string, who = {}) => {
  const use = { name: 'story', channelId: office.channelId, options: { story }, focused: 'story', ...who };
  return (await office.discord.interact.autocomplete(use)).choices;
};

it('tells what was stated and what was not, and where it was said', async () => {
  const reply = await ask('1');

  expect(reply.ephemeral).toBe(true);
  const [embed] = reply.message?.embeds ?? [];
  expect(embed?.author?.name).toContain('LICENCES GRANTED · gallium');
  expect(embed?.description).toMatch(/\*\*Stated\*\*.*\n\*\*Not stated\*\* .*how many licences/);
  const fields = new Map(embed?.fields?.map(({ name, value }) => [name, value]));
  expect(fields.get("In the ministry's words")).toContain('“were approved”');
  expect(fields.get('Timeline')).toBe(
    '**1 Feb 2031**  Varnian gazette · *the story began with it* · [source](https://trade.varnia.example/notices/1)',
  );
  expect(embed?.footer?.text).toMatch(/^story 1 · Varnian gazette/);
  expect(labels(reply)).toEqual(['Share here']);
});

it('says of a merged story which one stands for it, and lists the pages of both in the order of time', async () => {
  await mergeStories(office.db, 2, 1, { because: 'the same decision', now: NOW });

  const [embed] = (await ask('2')).message?.embeds ?? [];

  expect(embed?.description).toContain('*Story 2 was found to be one with story 1, which stands for both.*');
  const pages = embed?.fields?.find(({ name }) => name.startsWith('Timeline: 2 entries'))?.value ?? '';
  expect(pages.split('\n')).toEqual([
    expect.stringMatching(/^\*\*1 Feb 2031\*\* {2}Varnian gazette/),
    expect.stringMatching(/^\*\*2 Feb 2031\*\* {2}Varnian briefing · \*.*the same decision/),
  ]);
});

it('says why a page belongs to it in the language of the reader', async () => {
  await mergeStories(office.db, 2, 1, { because: null, now: NOW });
  const why = async (locale: Locale) => {
    const [embed] = (await ask('1', { locale })).message?.embeds ?? [];
    return embed?.fields?.map(({ value }) => value).join('\n');
  };

  expect(await why(Locale.EnglishGB)).toContain('*put here by hand on 10 March 2031*');
  expect(await why(Locale.ChineseTW)).toContain('*2031年3月10日人工归入*');
});

it('is chosen by words of it while typing, by its number, or from the newest', async () => {
  expect(await typing('')).toEqual([
    { name: expect.stringMatching(/^2 Feb 2031 · /), value: '2' },
    { name: expect.stringMatching(/^1 Feb 2031 · /), value: '1' },
  ]);
  expect((await typing('gallium were')).map(({ value }) => value)).toEqual(['1']);
  expect((await typing('鎵')).map(({ value }) => value)).toEqual(['2', '1']);
  expect((await typing('2')).map(({ value }) => value)).toEqual(['2']);
  expect(await typing('helium')).toEqual([]);
  expect((await typing('', { locale: Locale.ChineseCN }))[0]?.name).toMatch(/^2031年2月2日 · /);
});

it('is also found by words that were typed and not chosen', async () => {
  expect((await ask('some gallium')).message?.embeds[0]?.footer?.text).toMatch(/^story 1/);
  expect((await ask('helium')).content).toContain('No story fits');
  expect((await ask('999')).content).toContain('No story fits');
});

it('keeps to the room for fields where many pages with long addresses tell it', async () => {
  for (let page = 3; page <= 20; page++) {
    await office.archive.story({
      on: '2031-02-03',
      title: `Copy ${page}`,
      url: `https://trade.varnia.example/${'x'.repeat(300)}/${page}`,
    });
    await mergeStories(office.db, page, 1, { because: '*'.repeat(200), now: NOW });
  }

  const reply = await ask('1');

  expect(reply.message?.embeds[0]?.fields?.map(({ name }) => name)).toContain('… and then');
});

it('lays to us, and not to the source, what a title alone had made us say', async () => {
  await updateStory(office.db, 1, { withdrawnAt: NOW, withdrawnBy: 'us' });

  const [embed] = (await ask('1')).message?.embeds ?? [];

  expect(embed?.description).toContain('**Corrected by us**');
  const timeline = embed?.fields?.find(({ name }) => name.startsWith('Timeline'))?.value;
  expect(timeline).toContain('10 Mar 2031**  Corrected by us · The title was told before');
  expect(JSON.stringify(embed)).not.toMatch(/Withdrawn|no longer be read/);
});

it('tells what became of it in the order of time: wording, corrections, withdrawal', async () => {
  const on = (day: string) => Date.parse(`${day}T10:00:00Z`);
  const [row] = await office.db.selectFrom('stories').selectAll().where('id', '=', 1).execute();
  await insertRevision(office.db, {
    ...{ itemId: row?.leadItemId ?? 0, number: 2, hash: 'h2', title: 'Other', text: 'Other words.' },
    ...{ published: null, issuer: null, attachments: [], textRead: true, seenAt: on('2031-02-05') },
  });
  const correction = { fact: 'expiryDate', from: '2031-11-28', to: '2031-11-10' } as const;
  await updateStory(office.db, 1, {
    corrections: toJson([{ ...correction, at: on('2031-02-06') }]),
    withdrawnAt: on('2031-02-07'),
  });

  const reply = await ask('1');

  const timeline = reply.message?.embeds[0]?.fields?.find(({ name }) => name.startsWith('Timeline'));
  expect(timeline?.name).toBe('Timeline: 4 entries, oldest first');
  expect(timeline?.value.split('\n').slice(1)).toEqual([
    '**5 Feb 2031**  Varnian gazette · its wording changed',
    '**6 Feb 2031**  Corrected · end date: ~~28 November 2031~~ → **10 November 2031**',
    '**7 Feb 2031**  Withdrawn',
  ]);
  expect(labels(reply)).toEqual(['What changed', 'Share here']);
});
