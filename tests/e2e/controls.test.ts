import { PassThrough } from 'node:stream';
import { type APIMessage, ApplicationCommandOptionType, ComponentType } from 'discord.js';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commands, controls } from '../../commands/index.ts';
import { dispatchTexts } from '../../src/discord/texts.ts';
import type { AlertBody } from '../../src/domain/alert.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { identityOf } from '../../src/sources/added.ts';
import { catalogue } from '../../src/sources/catalogue/index.ts';
import { detect } from '../../src/sources/detect/index.ts';
import { toJson } from '../../src/store/columns.ts';
import { insertRevision } from '../../src/store/items.ts';
import { park } from '../../src/store/parking.ts';
import { registerSources } from '../../src/store/sources.ts';
import { insertAnnouncement } from '../../src/store/stories.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { send } from '../commands/support.ts';
import { gazette, noFacts, storyView, varnianSources } from '../fakes/archive.ts';
import { NOW, type Office, openOffice } from '../fakes/bot.ts';
import { everyComponent, type RawComponent } from '../fakes/discord/component-rules.ts';
import type { Reply } from '../fakes/discord/index.ts';
import type { OptionValues } from '../fakes/discord/option-values.ts';
import { notice } from '../understand/register.samples.ts';

/*
 * Everything that people can use is used: every command and subcommand of the table below, then every button, menu
 * and form that its answers show, and so on. What the bot registers and nobody came to use is missing here.
 */

const address = 'https://harbour.example/notices/';
const added = identityOf(address, {}).id;
const rows = Array.from({ length: 9 }, (_, at) => {
  return `<li><a href="/notices/${100 + at}.html">Export licence notice on good number ${at}</a><span>2031-02-1${at}</span></li>`;
});
const jobs = Array.from({ length: 4 }, (_, at) => {
  return `<li><a href="/jobs/${at}.html">Vacancy for an officer of grade ${at}</a><span>2031-02-1${at}</span></li>`;
});
const page = `<!doctype html><html lang="en"><head><title>Harbour office</title></head><body>
<main><h1>Notices</h1><ul class="notices">${rows.join('\n')}</ul></main>
<section><h2>Vacancies</h2><ul class="jobs">${jobs.join('\n')}</ul></section></body></html>`;

/** How each is used, in this order. */
const uses: [path: string, options?: OptionValues][] = [
  ['/help'],
  ['/status'],
  ['/settings'],
  ['/watch add'],
  ['/watch list'],
  ['/watch edit', { watch: 1, goods: 'gallium' }],
  ['/watch test', { watch: 1 }],
  ['/watch pause', { watch: 1 }],
  ['/watch resume', { watch: 1 }],
  ['/recent'],
  ['/batches'],
  ['/batches', { goods: 'gallium' }],
  ['/measures'],
  ['/story', { story: '1' }],
  ['/search', { words: 'notice' }],
  ['/timeline'],
  ['/source list'],
  ['/source catalogue'],
  // Saved the first time, so that the other list is still there to look at the second time.
  ['/source add', { address }],
  ['/source add', { address: `${address}all/` }],
  ['/source preview', { source: gazette.id }],
  ['/source check', { source: gazette.id }],
  ['/source pause', { source: gazette.id }],
  ['/source resume', { source: gazette.id }],
  ['/source edit', { source: added }],
  ['/source remove', { source: added }],
  ['/watch remove', { watch: 1 }],
];

let office: Office;
let lines: PassThrough;
let used: Set<string>;

beforeEach(async () => {
  used = new Set();
  lines = new PassThrough();
  const detection = await detect(page, address, NOW);
  const discover = (url: string) => Promise.resolve({ detection, text: page, url, notes: [] });
  office = await openOffice(
    { discover, read: () => Promise.resolve({ rows: [], warnings: [] }) },
    { log: pino({ level: 'error' }, lines) },
  );
  office.discord.role({ guildId: office.guildId, name: 'desk', mentionable: true });
});
afterEach(() => office.close());

it('answers to every command, button, menu and form that it registers', async () => {
  const alert = await seed();

  for (const [path, options] of uses) {
    await look(await use(path, options));
    // A test alert is posted to everybody.
    if (path === '/watch test') await look({ message: lastIn(office.channelId) });
  }
  await look(alert);
  await withManyWatches();
  // There are two ways out, and each leads away from the other.
  await atAChannelThatIsClosed();
  await atAChannelThatIsClosed();

  expect(registered().filter((name) => !used.has(name))).toEqual([]);
  expect(office.discord.violations).toEqual([]);
  expect(String(lines.read() ?? '')).toBe('');
});

/** Every name that the bot answers to. */
function registered(): string[] {
  const all = [...commands, controls];
  const named = (kind: 'buttons' | 'menus' | 'forms') =>
    all.flatMap((each) => Object.keys(each[kind] ?? {}).map((name) => `${kind} ${name}`));
  const paths = commands.flatMap(({ data }) => {
    const { name, options = [] } = data.toJSON();
    const subs = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
    return subs.length > 0 ? subs.map((sub) => `/${name} ${sub.name}`) : [`/${name}`];
  });
  return [...paths, ...named('buttons'), ...named('menus'), ...named('forms')];
}

/** Enough of an archive for pages, and an alert whose text has changed since. */
async function seed(): Promise<Pick<Reply, 'message'>> {
  const { archive, db } = office;
  const hold: Facts = { ...noFacts, action: 'suspend_control', goods: ['gallium'], expiryDate: '2031-11-28' };
  const first = await archive.story({ on: '2031-03-04', facts: hold, title: 'Notice', text: 'One.' });
  for (const [number, text] of [
    [2, 'Two.'],
    [3, 'Three.'],
  ] as const) {
    const { leadItemId: itemId, id: storyId } = first;
    const revision = { itemId, number, hash: `hash-${number}`, title: 'Notice', text, published: null };
    const read = { issuer: null, attachments: [], textRead: true, seenAt: NOW + number * 1000 };
    await insertRevision(db, { ...revision, ...read });
    const place = { facts: hold, itemId, storyId, revision: number, createdAt: NOW };
    const kind = { tier: 'measure', kind: 'measure' } as const;
    await insertAnnouncement(db, { part: '', ...kind, score: 5, reasons: [], evidence: {}, ...place });
  }
  await db
    .updateTable('stories')
    .set({ facts: toJson(hold) })
    .execute();
  for (let day = 1; day <= 28; day += 1) {
    const on = `2031-02-${String(day).padStart(2, '0')}`;
    const facts = { action: 'approve', goods: [day % 2 ? 'gallium' : 'graphite'] } as const;
    await archive.story({ on, facts: { ...facts, goods: [...facts.goods], licencesCount: 'unspecified' } });
  }
  for (let number = 1; number <= 23; number += 1) {
    const { publishedOn: on, ...rest } = notice(`${number}/2030`, '2030-01-02', {
      facts: { goods: ['gallium'] },
    });
    await archive.story({ on, ...rest });
  }
  await registerSources(db, [...varnianSources.values(), ...catalogue], NOW);
  await db.updateTable('sources').set({ lastSuccessAt: NOW }).execute();
  const blind: AlertBody = { kind: 'blind', authorityId: 'cn-mofcom', since: 0, sources: [] };
  await look(await send(office, 'd3', blind));
  const view = storyView({ storyId: first.id, facts: hold, rewordedAt: NOW });
  await look(await send(office, 'd2', { kind: 'group', views: [view, storyView({ storyId: 2 })] }));
  return send(office, 'd1', { kind: 'story', view });
}

/** Where permissions are missing there are other things to press. */
async function atAChannelThatIsClosed(): Promise<void> {
  const closed = office.discord.channel({ guildId: office.guildId, name: 'closed' });
  office.discord.setPermissions(closed.id, 0n);
  await look(await use('/watch add', { channel: closed.id }));
}

/** More than one page of them, and one whose channel Discord has closed to the bot. */
async function withManyWatches(): Promise<void> {
  const { db, guildId, discord } = office;
  const manners = { authorities: [], tiers: [], roleId: null, language: 'both', market: 'US' } as const;
  for (let at = 0; at < 60; at += 1) {
    const channelId = discord.channel({ guildId, name: `desk-${at}` }).id;
    const watch = { ...manners, authorities: [], tiers: [], goods: ['gallium'], createdAt: NOW };
    await insertSubscription(db, { guildId, channelId, ...watch });
    if (at === 0) await park(db, channelId, { at: NOW, code: 50001 });
  }
  await look(await use('/watch list'));
}

function lastIn(channelId: string): APIMessage {
  const last = office.discord.messages(channelId).at(-1);
  if (!last) throw new Error('nothing was posted');
  return last;
}

function use(path: string, options: OptionValues = {}): Promise<Reply> {
  const [name = '', subcommand] = path.slice(1).split(' ');
  used.add(path);
  const place = { channelId: office.channelId, options };
  return office.discord.interact.command({ name, ...(subcommand && { subcommand }), ...place });
}

/** Checks an answer, and uses everything in it that was not used before. */
async function look(reply: Pick<Reply, 'message'> & Partial<Reply>): Promise<void> {
  expectAnswer(reply);
  if (reply.modal && reply.interaction) {
    const name = nameOf(reply.modal.custom_id);
    if (used.has(`forms ${name}`)) return;
    used.add(`forms ${name}`);
    const form = reply as Reply;
    await look(await office.discord.interact.submit({ form }));
  }
  for (let next = unused(reply.message); next !== null; next = unused(reply.message)) {
    used.add(next.name);
    if (reply.message) await look(await touch(reply.message, next.component));
  }
}

function touch(
  message: APIMessage,
  { type, custom_id: customId = '', options }: RawComponent,
): Promise<Reply> {
  const { interact } = office.discord;
  if (type === ComponentType.Button) return interact.button({ message, customId });
  const ids: Partial<Record<ComponentType, string | undefined>> = {
    [ComponentType.StringSelect]: options?.[0]?.value,
    [ComponentType.ChannelSelect]: office.channelId,
    [ComponentType.RoleSelect]: office.client.guilds.cache
      .get(office.guildId)
      ?.roles.cache.find(({ name }) => name === 'desk')?.id,
  };
  return interact.select({ message, customId, values: [ids[type] ?? ''] });
}

function unused(message: APIMessage | null): { name: string; component: RawComponent } | null {
  for (const component of everyComponent((message?.components ?? []) as RawComponent[])) {
    if (component.custom_id === undefined || component.disabled) continue;
    const kind = component.type === ComponentType.Button ? 'buttons' : 'menus';
    const name = `${kind} ${nameOf(component.custom_id)}`;
    if (!used.has(name)) return { name, component };
  }
  return null;
}

const nameOf = (customId: string) => customId.split(':')[0] ?? '';

/** Something to see, and not one of the sentences for what went wrong. */
function expectAnswer({ message, modal, refused = null, interaction, followUps = [] }: Partial<Reply>): void {
  const label = JSON.stringify([...used].at(-1));
  expect(refused, label).toBeNull();
  expect(message ?? modal, label).toBeTruthy();
  const texts = dispatchTexts.en;
  const wrong = [texts.tooOld, texts.unknownCommand, texts.failed(interaction?.id ?? '')];
  for (const { content } of [...(message ? [message] : []), ...followUps])
    expect(wrong, label).not.toContain(content);
}
