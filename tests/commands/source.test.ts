import { Locale } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { CommandContext } from '../../commands/command.ts';
import { ReadFailure } from '../../src/domain/failure.ts';
import type { Row } from '../../src/domain/item.ts';
import { HOUR } from '../../src/domain/moment.ts';
import type { Source } from '../../src/domain/source.ts';
import { catalogue } from '../../src/sources/catalogue/index.ts';
import type { Discovery } from '../../src/sources/detect/discover.ts';
import { type Detection, detect } from '../../src/sources/detect/index.ts';
import { knownNames } from '../../src/sources/known.ts';
import { disableSource, enabledSources, pausedSources, registerSources } from '../../src/store/sources.ts';
import { briefing, gazette } from '../fakes/archive.ts';
import { NOW, type Office, openOffice } from '../fakes/bot.ts';
import type { Reply } from '../fakes/discord/index.ts';
import { labels, pressable, textOf, titleOf } from './support.ts';

let office: Office;
afterEach(async () => {
  await office.close();
  expect(office.discord.violations).toEqual([]);
});

const url = 'https://harbour.example/notices/';

/** The page of a ministry with its notices, and its vacancies beside them. */
const page = `<!doctype html><html lang="en"><head><title>Harbour office</title></head><body>
<nav><a href="/">Home</a><a href="/about">About us</a><a href="/contact">Contact</a></nav>
<main><h1>Notices</h1><ul class="notices">${list('notices', 9, 'Export licence notice on good number')}</ul></main>
<section><h2>Vacancies</h2><ul class="jobs">${list('jobs', 4, 'Vacancy for an officer of grade')}</ul></section>
<footer><a href="/imprint">Imprint</a></footer></body></html>`;

function list(folder: string, count: number, title: string): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const day = String(28 - index).padStart(2, '0');
    return `<li><a href="/${folder}/${100 + index}.html">${title} ${index + 1}</a><span>2031-02-${day}</span></li>`;
  });
  return rows.join('\n');
}

async function discovery(text = page, at = url): Promise<Discovery> {
  const detection: Detection = await detect(text, at, NOW);
  return { detection, text, url: at, notes: [] };
}

async function open(context: Partial<CommandContext> = {}): Promise<void> {
  office = await openOffice({ discover: () => discovery(), ...context });
}
const use = (subcommand: string, options = {}, who = {}) =>
  office.discord.interact.command({
    name: 'source',
    subcommand,
    channelId: office.channelId,
    options,
    ...who,
  });
const anybody = { memberPermissions: 0n };
const read = async () => (await enabledSources(office.db)).map(({ id }) => id);

it('shows what is found at an address before anything is saved', async () => {
  await open();

  const reply = await use('add', { address: url });

  expect(reply.ephemeral).toBe(true);
  expect(titleOf(reply)).toBe('9 entries found on harbour.example');
  expect(textOf(reply)).toContain('Export licence notice on good number 1');
  expect(textOf(reply)).toContain('… and 3 more');
  expect(textOf(reply)).toContain('List 2: 4 entries, the first “Vacancy for an officer of grade 1”');
  expect(await read()).toEqual([briefing.id, gazette.id]);
});

it('reads the list that an admin accepts, from now on', async () => {
  await open();
  const shown = await use('add', { address: url, name: 'Harbour notices' });

  const saved = await office.discord.interact.button(pressable(shown, 'Read these from now on'));

  expect(titleOf(saved)).toBe('Harbour notices');
  expect(textOf(saved)).toContain('every 15 minutes');
  const [added] = (await enabledSources(office.db)).filter(({ id }) => id.startsWith('own-'));
  expect(added).toMatchObject({ authorityId: 'own-harbour-example', nextPollAt: NOW, baselineAt: null });
  expect(textOf(await use('list'))).toContain('Harbour notices');
});

it('saves another of the lists found where the admin chooses that', async () => {
  await open();
  const shown = await use('add', { address: url });

  const other = await office.discord.interact.button(pressable(shown, 'Show list 2'));
  expect(titleOf(other)).toBe('4 entries found on harbour.example');
  expect(labels(other)).toEqual(['Read these from now on', 'Show list 1']);
  await office.discord.interact.button(pressable(other, 'Read these from now on'));

  const [added] = (await enabledSources(office.db)).filter(({ id }) => id.startsWith('own-'));
  const row = await office.db
    .selectFrom('addedSources')
    .selectAll()
    .where('id', '=', added?.id ?? '')
    .executeTakeFirstOrThrow();
  expect(row.definition).toContain('jobs');
});

it('goes on where it was after a restart of the bot, and says so when it cannot', async () => {
  await open();
  const shown = await use('add', { address: url });
  await office.restart();
  expect(titleOf(await office.discord.interact.button(pressable(shown, 'Show list 2')))).toContain(
    '4 entries',
  );

  office.cursors.forget();
  const late = await office.discord.interact.button(pressable(shown, 'Read these from now on'));
  expect(late.content).toContain('expired');
  expect(await read()).toEqual([briefing.id, gazette.id]);
});

it.each([
  ['an address that is read already', gazette.url, /^Nothing was changed: Varnian gazette is that address/],
  ['no address', 'ftp://harbour.example/', /^That is not an address/],
  ['words', 'the harbour office', /^That is not an address/],
])('saves nothing for %s', async (_, address, says) => {
  await open();

  expect((await use('add', { address })).content).toMatch(says);
  expect(await read()).toEqual([briefing.id, gazette.id]);
});

it('says what is wrong with an address that cannot be read, and what to do', async () => {
  await open({ discover: () => Promise.reject(new ReadFailure('challenge', 'a challenge page')) });

  const reply = await use('add', { address: 'harbour.example/notices' });
  const inChinese = await use('add', { address: url }, { locale: Locale.ChineseCN });

  expect(reply.content).toMatch(
    /^Nothing was saved\. harbour\.example: answers with a challenge page\. .+not fought/,
  );
  expect(inChinese.content).toMatch(/^未保存任何内容。harbour\.example：?/);
});

it('is for managers only, and for servers that may change what all read', async () => {
  await open();
  expect((await use('add', { address: url }, anybody)).content).toContain('**Manage Server**');
  expect((await use('pause', { source: gazette.id }, anybody)).content).toContain('**Manage Server**');
  expect(titleOf(await use('list', {}, anybody))).toContain('sources');
  await office.close();

  await open({ adminServers: ['99999999999999999'] });
  expect((await use('add', { address: url })).content).toContain('ADMIN_SERVERS');
  expect((await use('pause', { source: gazette.id })).content).toContain('ADMIN_SERVERS');
  expect(await read()).toEqual([briefing.id, gazette.id]);
});

it('shows every source on one page or another, those in trouble first', async () => {
  await open({ sources: new Map(catalogue.map((source) => [source.id, source])), names: knownNames });
  await registerSources(office.db, catalogue, NOW);
  await office.db.updateTable('sources').set({ lastSuccessAt: NOW }).execute();
  const trouble = { failures: 5, failingSince: NOW - HOUR, failureReason: 'tls' as const, failureAt: NOW };
  await office.db.updateTable('sources').set(trouble).where('id', '=', 'wto-news').execute();

  let reply = await use('list');
  let all = textOf(reply);
  expect(all.slice(0, 300)).toContain('certificate is not accepted');
  for (let page = 1; labels(reply).includes('Next'); page++) {
    expect(page).toBeLessThan(9);
    reply = await office.discord.interact.button(pressable(reply, 'Next'));
    all += textOf(reply);
  }

  for (const { name } of catalogue) expect(all).toContain(`[${name.en.replaceAll(/[[\]]/g, '')}`);
  expect(labels(reply)).toContain('Previous');
});

it('pauses and resumes a source, and offers only what can be done', async () => {
  await open();
  const offered = async (subcommand: string) => {
    const { choices } = await office.discord.interact.autocomplete({
      name: 'source',
      subcommand,
      channelId: office.channelId,
      options: { source: '' },
      focused: 'source',
    });
    return (choices ?? []).map(({ value }) => value);
  };
  expect(await offered('pause')).toEqual([gazette.id, briefing.id]);

  expect((await use('pause', { source: gazette.id })).content).toContain('Varnian gazette is paused');
  expect(await read()).toEqual([briefing.id]);
  expect(await offered('pause')).toEqual([briefing.id]);
  expect(await offered('resume')).toEqual([gazette.id]);
  expect(textOf(await use('list'))).toContain('paused by an admin');

  expect((await use('resume', { source: gazette.id })).content).toContain('is read again');
  expect(await pausedSources(office.db)).toEqual([]);
});

it('removes what was added, and nothing of the catalogue', async () => {
  await open();
  const shown = await use('add', { address: url, name: 'Harbour notices' });
  await office.discord.interact.button(pressable(shown, 'Read these from now on'));
  const [id = ''] = (await read()).filter((each) => each.startsWith('own-'));

  expect((await use('remove', { source: gazette.id })).content).toContain('cannot be removed');
  expect((await use('remove', { source: id })).content).toContain('Harbour notices is removed');
  expect((await use('remove', { source: id })).content).toContain('There is no source');
  expect(await read()).toEqual([briefing.id, gazette.id]);
});

it.each([
  [{ listing: 'rows', newItems: 2 }, 'Varnian gazette was read just now: 2 new entries.'],
  [{ listing: 'unchanged', newItems: 0 }, 'Varnian gazette was read just now: nothing has changed.'],
  [{ failure: new ReadFailure('timeout', 'no answer') }, /^Varnian gazette cannot be read: .+If it lasts/],
  [null, /is being read at this very moment/],
])('checks a source on request: %j', async (polled, says) => {
  const result = polled && {
    ...{ sourceId: gazette.id, listing: 'failed' as const, failure: null, warnings: [] },
    ...{ newItems: 0, alerts: [], deliveries: 0 },
    ...polled,
  };
  await open({ check: () => Promise.resolve(result as Awaited<ReturnType<CommandContext['check']>>) });

  const { content } = await use('check', { source: gazette.id });

  if (typeof says === 'string') expect(content).toBe(says);
  else expect(content).toMatch(says);
});

describe('the catalogue', () => {
  const turned = async (reply: Reply) => {
    let all = textOf(reply);
    for (let page = 1; labels(reply).includes('Next'); page++) {
      expect(page).toBeLessThan(12);
      reply = await office.discord.interact.button(pressable(reply, 'Next'));
      all += `\n${textOf(reply)}`;
    }
    return all;
  };

  it('is shown whole, page by page: what is read, and what is off and why', async () => {
    const read = new Map(catalogue.slice(0, 3).map((source) => [source.id, source]));
    await open({ sources: read });

    const reply = await use('catalogue', {}, anybody);
    const all = await turned(reply);

    expect(titleOf(reply)).toBe(`The catalogue: 3 of ${catalogue.length} sources read`);
    const lines = all.split('\n');
    for (const { id, name, grade } of catalogue) {
      const line = lines.find((each) => each.includes(`[${name.en.replaceAll(/[[\]]/g, '')}](`)) ?? '';
      const state = read.has(id) ? 'every ' : grade === 'recalled' ? 'nobody has seen' : 'leaves it out';
      expect(line, id).toContain(state);
      expect(line.startsWith(read.has(id) ? '✓' : '○'), id).toBe(true);
    }
    expect(all).toContain('**China**');
    expect(all).toContain('**International**');
  });

  it.each([
    ['Germany', Locale.EnglishUS, 'Germany: 0 of 1 source read'],
    ['DE', Locale.EnglishUS, 'Germany: 0 of 1 source read'],
    ['德国', Locale.ChineseCN, '德国：内置来源1个，其中读取0个'],
    ['international', Locale.EnglishUS, 'International: 0 of 1 source read'],
  ])('is shown of %s alone', async (country, locale, title) => {
    await open();

    expect(titleOf(await use('catalogue', { country }, { locale }))).toBe(title);
  });

  it('stays with a country when it is turned', async () => {
    await open();
    const china = await use('catalogue', { country: 'China' });

    const next = await office.discord.interact.button(pressable(china, 'Next'));

    expect(titleOf(next)).toBe(titleOf(china));
    expect(next.message?.embeds[0]?.footer?.text).toMatch(/^2 /);
  });

  it('names the paused, and refuses what it does not have', async () => {
    const [first] = catalogue;
    if (!first) throw new Error('the catalogue is empty');
    await open({ sources: new Map([[first.id, first]]) });
    await registerSources(office.db, [first], NOW);
    await disableSource(office.db, first.id, NOW);

    expect(textOf(await use('catalogue'))).toMatch(/^\*\*China\*\*\n‖ .+paused by an admin/);
    expect((await use('catalogue', { country: '*Atlantis*' })).content).toContain('“\\*Atlantis\\*”');
  });

  it.each([
    ['jap', Locale.EnglishUS, [{ name: 'Japan', value: 'JP' }]],
    ['日', Locale.ChineseCN, [{ name: '日本', value: 'JP' }]],
  ])('completes the country "%s"', async (typed, locale, choices) => {
    await open();

    const reply = await office.discord.interact.autocomplete({
      name: 'source',
      subcommand: 'catalogue',
      channelId: office.channelId,
      options: { country: typed },
      focused: 'country',
      locale,
    });

    expect(reply.choices).toEqual(choices);
  });
});

describe('a preview', () => {
  const rows = (count: number): Row[] =>
    Array.from({ length: count }, (_, index) => ({
      key: `${index}`,
      title: `Notice ${index + 1}`,
      url: `https://trade.varnia.example/notices/${index}`,
      published: { precision: 'date', on: '2031-03-04', at: null },
    }));

  it('reads a known source now, and saves nothing', async () => {
    const asked: Source[] = [];
    await open({
      async read(source) {
        asked.push(source);
        return { rows: rows(20), warnings: ['one row has no date'] };
      },
    });

    const reply = await use('preview', { source: gazette.id });

    expect(asked).toEqual([gazette]);
    expect(reply.ephemeral).toBe(true);
    expect(titleOf(reply)).toBe('20 entries, as read just now: Varnian gazette');
    expect(textOf(reply)).toContain('*a feed · UTC · Nothing was saved.*');
    expect(textOf(reply)).toContain('**4 Mar 2031** Notice 15');
    expect(textOf(reply)).toContain('… and 5 more');
    expect(textOf(reply)).toContain('⚠ one row has no date');
    expect(await office.db.selectFrom('items').selectAll().execute()).toEqual([]);
  });

  it('reads an address that is a known source as that, and any other as it is found', async () => {
    await open({ read: () => Promise.resolve({ rows: rows(1), warnings: [] }) });

    expect(titleOf(await use('preview', { source: gazette.url }))).toContain('Varnian gazette');
    expect(titleOf(await use('preview', { source: url }))).toBe(
      '9 entries, as read just now: harbour.example',
    );
    expect(await read()).toEqual([briefing.id, gazette.id]);
  });

  it('reads what ships and is off', async () => {
    await open({ read: () => Promise.resolve({ rows: rows(1), warnings: [] }) });

    expect(titleOf(await use('preview', { source: 'de-bafa' }))).toContain('BAFA news');
  });

  it.each([
    ['a word', 'gazette*', '“gazette\\*” is neither a source nor an address'],
    ['what cannot be read', gazette.id, 'trade.varnia.example: answers with a challenge page'],
  ])('says what is wrong with %s', async (_, source, says) => {
    await open({ read: () => Promise.reject(new ReadFailure('challenge', 'a challenge page')) });

    expect((await use('preview', { source })).content).toContain(says);
  });

  it('is for managers, as it has the bot read what they like', async () => {
    await open();

    expect((await use('preview', { source: url }, anybody)).content).toContain('**Manage Server**');
  });
});

describe('editing what was added', () => {
  const add = async () => {
    const shown = await use('add', { address: url, name: 'Harbour notices' });
    await office.discord.interact.button(pressable(shown, 'Read these from now on'));
    const [id = ''] = (await read()).filter((each) => each.startsWith('own-'));
    return id;
  };
  const definitions = () => office.db.selectFrom('addedSources').selectAll().execute();

  it('proposes what stands, and changes the name, the language and the pace in place', async () => {
    await open();
    const id = await add();
    const form = await use('edit', { source: id });

    const saved = await office.discord.interact.submit({
      form,
      fields: { name: 'Harbour *office*', language: ['zh-TW'], cadence: ['60'] },
    });

    expect(saved.content).toBe('Harbour \\*office\\* is changed.');
    const [row] = await definitions();
    expect(JSON.parse(row?.definition ?? '')).toMatchObject({
      ...{ id, url, name: { en: 'Harbour *office*', zh: 'Harbour *office*' } },
      ...{ language: 'zh-TW', cadence: 60 },
    });
    expect(textOf(await use('list'))).toContain('Harbour \\*office\\*');
  });

  it('changes nothing where nothing is changed', async () => {
    await open();
    const form = await use('edit', { source: await add() });

    expect((await office.discord.interact.submit({ form })).content).toContain('is like that already');
  });

  it('reads a new address first, and goes on there with a baseline of its own', async () => {
    await open({ discover: (address) => discovery(page, address) });
    const id = await add();
    const form = await use('edit', { source: id });
    const fields = { address: 'port.example/notices' };

    const moved = await office.discord.interact.submit({ form, fields });

    expect(moved.content).toContain('Harbour notices is read at its new address from now on: 9 entries');
    const [row, ...more] = await definitions();
    expect(more).toEqual([]);
    expect(row?.id).not.toBe(id);
    expect((await enabledSources(office.db)).find((each) => each.id === row?.id)?.baselineAt).toBe(null);
  });

  it.each([
    [
      'an address that cannot be read',
      'https://gone.example/list',
      'gone.example: name of the host is not found',
    ],
    ['the address of another', gazette.url, 'Varnian gazette is that address'],
    ['no address', 'ftp://harbour.example/', 'That is not an address'],
  ])('saves nothing for %s', async (_, address, says) => {
    await open({
      discover: (asked) =>
        asked.includes('gone') ? Promise.reject(new ReadFailure('dns', 'no such host')) : discovery(),
    });
    const id = await add();
    const before = await definitions();

    const reply = await office.discord.interact.submit({
      form: await use('edit', { source: id }),
      fields: { address, name: 'Other' },
    });

    expect(reply.content).toContain(says);
    expect(await definitions()).toEqual(before);
  });

  it('is for those who may change it', async () => {
    await open();
    const id = await add();

    expect((await use('edit', { source: 'nowhere' })).content).toContain('There is no source');
    expect((await use('edit', { source: id }, anybody)).content).toContain('**Manage Server**');
    const form = await use('edit', { source: id });
    const refused = await office.discord.interact.submit({ form, fields: { name: 'Mine' }, ...anybody });
    expect(refused.content).toContain('**Manage Server**');
  });
});

describe('editing what ships with the bot', () => {
  const form = () => use('edit', { source: gazette.id });
  const submit = async (fields: Record<string, string | string[]>) =>
    (await office.discord.interact.submit({ form: await form(), fields })).content;

  it('asks for its name and its pace, and changes them in place', async () => {
    await open();
    const asked = await form();
    expect(JSON.stringify(asked)).toContain('Used in both languages; left empty');
    expect(JSON.stringify(asked)).not.toMatch(/Address of the list|"language"/);

    expect(await submit({ name: 'Our *gazette*', cadence: ['60'] })).toBe('Our \\*gazette\\* is changed.');

    expect(knownNames.sourceName(gazette.id).zh).toBe('Our *gazette*');
    expect(office.book.all.get(gazette.id)).toEqual({
      ...gazette,
      ...{ name: { en: 'Our *gazette*', zh: 'Our *gazette*' }, cadence: 60 },
    });
  });

  it('leaves the name in the other language where only the pace is changed, and both where nothing is', async () => {
    await open();

    expect((await office.discord.interact.submit({ form: await form() })).content).toContain(
      'is like that already',
    );
    expect(await submit({ cadence: ['120'] })).toBe('Varnian gazette is changed.');

    expect(office.book.all.get(gazette.id)).toEqual({ ...gazette, cadence: 120 });
  });

  it('goes back to the name of the catalogue where it is left empty', async () => {
    await open();
    await submit({ name: 'Ours' });

    expect(await submit({ name: '' })).toBe('Varnian gazette is changed.');

    expect(office.book.all.get(gazette.id)).toEqual(gazette);
  });

  it('is for those who may change it', async () => {
    await open();

    expect((await use('edit', { source: gazette.id }, anybody)).content).toContain('**Manage Server**');
    const refused = await office.discord.interact.submit({
      form: await form(),
      fields: { name: 'Mine' },
      ...anybody,
    });
    expect(refused.content).toContain('**Manage Server**');
    expect(office.book.all.get(gazette.id)).toEqual(gazette);
  });
});
