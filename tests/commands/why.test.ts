import { createHash } from 'node:crypto';
import { Locale } from 'discord.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { briefing, noFacts, storyView } from '../fakes/archive.ts';
import { NOW, type Office, openOffice } from '../fakes/bot.ts';
import { pressable, selectable, send, textOf, titleOf } from './support.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.close();
  expect(office.discord.violations).toEqual([]);
});

it('tells privately why a message was sent, and what proves it', async () => {
  const words = 'has approved several gallium applications';
  const story = await office.archive.story({
    on: '2031-03-04',
    facts: { action: 'approve', goods: ['gallium'] },
    reasons: [
      {
        rule: 'transit-licence',
        says: 'speaks of transit',
        points: -1,
        quote: { in: 'text', start: 0, end: 7, words: 'transit' },
      },
      {
        rule: 'approved-applications',
        says: 'says that applications were approved',
        points: 4,
        quote: { in: 'text', start: 8, end: 8 + words.length, words },
      },
    ],
  });
  const { guildId, channelId } = office;
  const manners = { roleId: null, language: 'both', market: 'US', createdAt: NOW } as const;
  const filter = { authorities: [], tiers: [], goods: ['gallium'] };
  await insertSubscription(office.db, { guildId, channelId, ...filter, ...manners });
  await insertSubscription(office.db, { guildId, channelId, ...filter, goods: ['coal'], ...manners });
  const sent = await send(office, 'd1', { kind: 'story', view: storyView({ storyId: story.id }) });

  const reply = await office.discord.interact.button(pressable(sent, 'Why and evidence'));

  expect(reply.ephemeral).toBe(true);
  expect(titleOf(reply)).toBe('Why you got this');
  const lines = textOf(reply).split('\n');
  expect(lines[1]).toBe(
    `**For**  says that applications were approved: “${words}” (approved-applications, +4)`,
  );
  expect(lines[2]).toContain('**Against**  speaks of transit: “transit” (transit-licence, -1)');
  expect(textOf(reply)).toContain('/watch 1: decisions, measures, statements · gallium');
  expect(textOf(reply)).not.toContain('/watch 2');
  expect(textOf(reply)).toContain(
    'Published 4 March 2031 (a date without a time) · first seen 2031-03-04 09:00:00 UTC · sent 2031-03-10 12:00:00 UTC',
  );
  expect(textOf(reply)).toContain('Revision 1 of 1, read so since 2031-03-04 09:00:00 UTC');
  expect(textOf(reply)).toContain('[Varnian gazette ↗](https://trade.varnia.example/notices/1)');
});

it('attaches the text as it was read, with the hash of exactly that file', async () => {
  const story = await office.archive.story({
    on: '2031-03-04',
    title: '镓公告',
    text: '决定如下。\n已批准。',
  });
  const facts = { ...noFacts, announcementNo: 'No. 7 of 2031' };
  const sent = await send(office, 'd1', { kind: 'story', view: storyView({ storyId: story.id, facts }) });

  const reply = await office.discord.interact.button(pressable(sent, 'Why and evidence'));

  const [[name, bytes] = []] = reply.files;
  expect(name).toBe('2031-03-04-no-7-of-2031-revision-1.txt');
  expect(bytes?.toString('utf8')).toBe('镓公告\n\n决定如下。\n已批准。');
  const hash = createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');
  expect(textOf(reply)).toContain(`SHA-256 of that file: ${hash}`);
});

it('says what was passed over, and that an English page was not seen', async () => {
  const text =
    '央视记者：有报道称已批准一批镓出口许可申请，用时45天，请问有何评论？\n何亚东：已批准若干镓出口许可申请。';
  const story = await office.archive.story({ on: '2031-03-04', source: briefing, title: '例行发布会', text });
  const links = [
    { url: 'https://trade.varnia.example/n', language: 'zh', sourceId: briefing.id, title: 'n' },
  ];
  const sent = await send(office, 'd1', { kind: 'story', view: storyView({ storyId: story.id, links }) });

  const said = textOf(await office.discord.interact.button(pressable(sent, 'Why and evidence')));

  expect(said).toMatch(/\*\*Passed over\*\* {2}“.*一批镓出口许可申请.*”: a reporter asks it/);
  expect(said).toContain("**Passed over**  “45天” in a reporter's question: not a licence count");
  expect(said).toContain('English page: not seen yet');
});

it('goes on answering after a restart', async () => {
  const story = await office.archive.story({ on: '2031-03-04', facts: { action: 'approve' } });
  const sent = await send(office, 'd1', { kind: 'story', view: storyView({ storyId: story.id }) });
  await office.restart();

  expect(titleOf(await office.discord.interact.button(pressable(sent, 'Why and evidence')))).toBe(
    'Why you got this',
  );
});

it('says so when the archive does not know the message', async () => {
  const story = await office.archive.story({ on: '2031-03-04', facts: { action: 'approve' } });
  const sent = await send(office, 'd1', { kind: 'story', view: storyView({ storyId: story.id }) });
  await office.db.deleteFrom('deliveries').execute();

  const reply = await office.discord.interact.button(pressable(sent, 'Why and evidence'));

  expect(reply.content).toContain('another installation');
  expect(reply.ephemeral).toBe(true);
});

it('lists everything that a message about several notices stands for', async () => {
  const views = Array.from({ length: 12 }, (_, index) =>
    storyView({
      storyId: index + 1,
      published: { precision: 'date', on: `2031-01-${10 + index}`, at: null },
    }),
  );
  const sent = await send(office, 'd2', { kind: 'group', views });

  const reply = await office.discord.interact.button(pressable(sent, 'List'));

  expect(reply.ephemeral).toBe(true);
  expect(titleOf(reply)).toBe('12 notices');
  for (const { published } of views)
    expect(textOf(reply)).toContain(`${Number(published?.on.slice(8))} Jan 2031`);
});

it('leads from that list to one of them', async () => {
  const story = await office.archive.story({
    on: '2031-03-04',
    facts: { action: 'approve', goods: ['coal'] },
  });
  const sent = await send(office, 'd2', {
    kind: 'group',
    views: [storyView({ storyId: story.id }), storyView()],
  });
  const list = await office.discord.interact.button(pressable(sent, 'List'));

  const menu = selectable(list, 'Open a story …');
  const opened = await office.discord.interact.select({ ...menu, values: [String(story.id)] });

  expect(opened.ephemeral).toBe(true);
  expect(opened.message?.embeds[0]?.author?.name).toContain('LICENCES GRANTED · coal');
});

it('leads from an alert to its whole story, privately', async () => {
  const story = await office.archive.story({
    on: '2031-03-04',
    facts: { action: 'approve', goods: ['coal'] },
  });
  const sent = await send(office, 'd1', { kind: 'story', view: storyView({ storyId: story.id }) });
  await office.restart();

  const opened = await office.discord.interact.button(pressable(sent, 'Story'));

  expect(opened.ephemeral).toBe(true);
  expect(opened.message?.embeds[0]?.footer?.text).toMatch(new RegExp(`^story ${story.id} `));
});

it('leads from a message about trouble to the status', async () => {
  const sent = await send(office, 'd3', { kind: 'blind', authorityId: 'vn-trade', since: NOW, sources: [] });

  const reply = await office.discord.interact.button(pressable(sent, 'Status'));

  expect(reply.ephemeral).toBe(true);
  expect(titleOf(reply)).toContain('Reading normally');
});

it('is in Chinese for whoever uses Discord in Chinese', async () => {
  const quote = { in: 'text' as const, start: 0, end: 3, words: '已批准' };
  const story = await office.archive.story({
    on: '2031-03-04',
    facts: { action: 'approve' },
    reasons: [
      { rule: 'approved-applications', says: 'says that applications were approved', points: 4, quote },
    ],
  });
  const sent = await send(office, 'd1', { kind: 'story', view: storyView({ storyId: story.id }) });

  const press = pressable(sent, 'Why and evidence');
  const reply = await office.discord.interact.button({ ...press, locale: Locale.ChineseCN });

  expect(titleOf(reply)).toBe('为何收到此消息');
  expect(textOf(reply)).toContain(
    '**支持**　表明申请或许可已获批准：“已批准”（规则approved-applications，+4）',
  );
  expect(textOf(reply)).not.toContain('says that');
});
