import { Locale } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Notice, Statement } from '../../src/domain/measure.ts';
import { noFacts, storyView } from '../fakes/archive.ts';
import { type Office, openOffice } from '../fakes/bot.ts';
import { archive, extension, notice, statement } from '../understand/register.samples.ts';
import { labels, pressable, selectable, send, textOf, titleOf } from './support.ts';

const buyers = notice('1/2032', '2032-01-06', {
  facts: { action: 'deny', goods: ['dual-use items'], destinations: ['Japan'] },
});
const said = statement('2032-09-28', { facts: { goods: ['rare earths'], expiryDate: '2033-01-10' } });

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.close();
  expect(office.discord.violations).toEqual([]);
});

async function read(all: readonly (Notice | Statement)[], on = '2032-06-15'): Promise<void> {
  for (const { publishedOn, facts, details, url, title } of all) {
    await office.archive.story({ on: publishedOn, facts, details, url, title });
  }
  await office.archive.sources(Date.parse(`${on}T04:00:00Z`));
}

const ask = (options = {}, who = {}) =>
  office.discord.interact.command({ name: 'measures', channelId: office.channelId, options, ...who });

describe('measures on goods', () => {
  it('are told privately by their state on the day, with what holds for any goods and the next date', async () => {
    await read([...archive, buyers]);

    const reply = await ask({ goods: 'rare earths', on: '2032-06-15' });

    expect(reply.ephemeral).toBe(true);
    expect(titleOf(reply)).toBe('Export controls on 15 June 2032: rare earths (all)');
    const at = 'https://ministry.example/notices';
    expect(textOf(reply)).toBe(
      [
        '**IN FORCE**',
        `[No. 18 of 2031](${at}/18/2031)  Sm, Tb (1C902, 1C904.a) · in force since 4 April 2031`,
        '**SUSPENDED THAT DAY**',
        `[No. 57 of 2031](${at}/57/2031)  Ho, Er (1C909) · suspended since 7 November 2031 by No. 70 of 2031, until 10 November 2032; was due 8 November 2031, never took effect`,
        `[No. 62 of 2031](${at}/62/2031)  rare earth technology · suspended since 7 November 2031 by No. 70 of 2031, until 10 November 2032`,
        '**BY BUYER: any dual-use items, these too**',
        `[No. 1 of 2032](${at}/1/2032)  dual-use items to Japan · in force since 6 January 2032 (day of publication; no date of effect read)`,
        '**NEXT DATE**  10 November 2032, in 148 days: stated end of No. 70 of 2031',
      ].join('\n'),
    );
    expect(reply.message?.embeds[0]?.footer?.text).toBe(
      'From 7 notices read, newest 6 Jan 2032 · sources read to 15 Jun 2032 · not legal advice; a good missing here is not thereby free',
    );
  });

  it('tell a section that is held apart under its measure', async () => {
    await read(archive);

    expect(textOf(await ask({ goods: '镓', on: '2032-06' }))).toContain(
      '\n　§2 suspended since 9 November 2031 by No. 72 of 2031, until 27 November 2032',
    );
  });

  it('after a stated end are not confirmed, and a speech stands beside without moving it', async () => {
    await read([...archive, said], '2032-11-12');

    const text = textOf(await ask({ goods: '钬', on: '2032-11-12' }));

    expect(text).toContain('**NOT CONFIRMED: a stated end has passed**\n[No. 57 of 2031]');
    expect(text).toContain('no later notice seen, last read on 12 November 2032');
    expect(text).toContain(
      '*Said on 28 September 2032, which moves no date: Briefing of 2032-09-28, speaks of 10 January 2033*',
    );
  });

  it('are confirmed by a notice that extends the suspension', async () => {
    await read([...archive, extension], '2032-11-12');

    expect(textOf(await ask({ goods: 'Ho', on: '2032年11月12日' }))).toContain(
      '**SUSPENDED THAT DAY**\n[No. 57 of 2031](https://ministry.example/notices/57/2031)  Ho, Er (1C909) · still suspended',
    );
  });
});

describe('a code', () => {
  beforeEach(() => read([...archive, buyers]));

  it.each(['1C902', '2805.30.19.10', '280530', '２８０５３０'])(
    '%s is found in the notice that names it',
    async (code) => {
      const text = textOf(await ask({ code, on: '2032-06-15' }));

      expect(text).toMatch(/^\*\*IN FORCE\*\*\n\[No\. 18 of 2031\]/);
      expect(text).toContain('**BY BUYER');
    },
  );

  it.each(['8505.11', '9A001'])('%s that no notice names is never called free', async (code) => {
    const text = textOf(await ask({ code, on: '2032-06-15' }));

    expect(text).toContain(`**No notice in the register names ${code}.** That does not mean free`);
    expect(text).toContain('**BY BUYER');
  });

  it.each(['12', 'moon', '1C'])('%s is refused when it is none', async (code) => {
    const reply = await ask({ code, on: '2032-06-15' });

    expect(reply.content).toContain('That is no code');
  });
});

it('turns pages, also after a restart', async () => {
  const many = Array.from({ length: 23 }, (_, index) =>
    notice(`${index + 1}/2031`, '2031-01-02', { facts: { goods: ['gallium'] } }),
  );
  await read(many);
  const first = await ask({ on: '2032-01-01' });
  expect(labels(first)).toEqual(['More', 'Other date', 'Quotes', 'As CSV', 'Share here']);

  await office.restart();
  const second = await office.discord.interact.button(pressable(first, 'More'));
  expect(textOf(second).split('\n')).toHaveLength(11);
  expect(labels(second).slice(0, 2)).toEqual(['Back', 'More']);
  const third = await office.discord.interact.button(pressable(second, 'More'));
  expect(textOf(third).split('\n')).toHaveLength(4);
  const back = await office.discord.interact.button(pressable(second, 'Back'));
  expect(textOf(back)).toBe(textOf(first));
});

describe('while typing', () => {
  beforeEach(() => read([...archive, buyers]));
  const typing = async (name: string, value: string, who = {}) => {
    const use = { name: 'measures', channelId: office.channelId, options: { [name]: value }, focused: name };
    return (await office.discord.interact.autocomplete({ ...use, ...who })).choices;
  };

  it('codes are offered with what they stand for', async () => {
    expect(await typing('code', '1c90')).toEqual([
      { name: '1C902 · Sm, Tb · No. 18 of 2031', value: '1C902' },
      { name: '1C904.a · Sm, Tb · No. 18 of 2031', value: '1C904.a' },
      { name: '1C909 · Ho, Er · No. 57 of 2031', value: '1C909' },
    ]);
    expect((await typing('code', '2805.30')).map(({ value }) => value)).toEqual(['2805301910']);
  });

  it('the day that is typed, and stated ends', async () => {
    expect(await typing('on', '2032')).toContainEqual({
      name: '10 November 2032 · No. 70 of 2031',
      value: '2032-11-10',
    });
    expect((await typing('on', '2032-05-01', { locale: Locale.ChineseCN }))[0]).toEqual({
      name: '2032年5月1日',
      value: '2032-05-01',
    });
    expect(await typing('on', 'soon')).toEqual([]);
  });
});

describe('from one answer', () => {
  beforeEach(() => read([...archive, buyers]));

  it('another date is asked for by a form, and shown in its place', async () => {
    const reply = await ask({ goods: 'Ho', on: '2032-06-15' });

    const form = await office.discord.interact.button(pressable(reply, 'Other date'));
    await office.discord.interact.submit({ form, fields: { on: '2031-10-20' } });

    expect(titleOf(reply)).toBe('Export controls on 20 October 2031: holmium');
    expect(textOf(reply)).toContain('**NOT YET IN FORCE**');
  });

  it('what is no date is answered with a sentence', async () => {
    const reply = await ask({ goods: 'Ho', on: '2032-06-15' });
    const form = await office.discord.interact.button(pressable(reply, 'Other date'));
    const refused = await office.discord.interact.submit({ form, fields: { on: 'soon' } });

    expect(refused.content).toContain('“soon” is not a date');
    expect(titleOf(reply)).toBe('Export controls on 15 June 2032: holmium');
  });

  it('other goods are chosen from a list, also after a restart', async () => {
    const reply = await ask({ code: '1C902', on: '2032-06-15' });
    await office.restart();

    await office.discord.interact.select({ ...selectable(reply, 'Other goods …'), values: ['rare earths'] });
    expect(titleOf(reply)).toBe('Export controls on 15 June 2032: rare earths (all)');
    await office.discord.interact.select({ ...selectable(reply, 'Other goods …'), values: ['*'] });
    expect(titleOf(reply)).toBe('Export controls on 15 June 2032');
  });

  it('goods near a code that nobody names are a press away', async () => {
    const reply = await ask({ code: '2805.99', on: '2032-06-15' });
    expect(labels(reply).slice(0, 3)).toEqual(['Sm', 'Tb', 'rare earths (all)']);

    const samarium = await office.discord.interact.button(pressable(reply, 'Sm'));

    expect(titleOf(samarium)).toBe('Export controls on 15 June 2032: samarium');
    expect(textOf(samarium)).toContain('[No. 18 of 2031]');
  });

  it('the table has every measure, its state and its source', async () => {
    const reply = await office.discord.interact.button(pressable(await ask({ on: '2032-06-15' }), 'As CSV'));

    const [[name, bytes] = []] = reply.files;
    expect(name).toBe('measures-2032-06-15.csv');
    const [header, ...rows] = bytes?.toString('utf8').split('\r\n') ?? [];
    expect(header).toMatch(/^\uFEFFasked_on,group,notice,section,title,goods,/);
    expect(rows).toContainEqual(
      expect.stringMatching(
        /^2032-06-15,suspended,No\. 57 of 2031,,Notice 57\/2031,holmium; erbium,,1C909,,suspended,.*,2031-11-07,2032-11-10,2031-10-09,https:\/\/ministry\.example\/notices\/57\/2031$/,
      ),
    );
    expect(rows).toContainEqual(expect.stringContaining('No. 46 of 2030,§2,'));
    expect(reply.ephemeral).toBe(true);
  });
});

it("shows the notices' own words", async () => {
  const words = '未经许可，不得出口';
  const { facts, details, url, title, publishedOn } = notice('18/2031', '2031-04-04', {
    facts: { goods: ['samarium'] },
  });
  const evidence = { action: [{ in: 'text' as const, start: 0, end: words.length, words }] };
  await office.archive.story({ on: publishedOn, facts, details, url, title, text: words, evidence });

  const reply = await office.discord.interact.button(pressable(await ask({ goods: 'Sm' }), 'Quotes'));

  expect(titleOf(reply)).toBe("In the notices' own words: samarium");
  expect(textOf(reply)).toBe(`[No. 18 of 2031](${url})\n「${words}」`);
});

it('leads from an alert about a suspension to its goods on a day, asked for by a form', async () => {
  await read(archive);
  const story = await office.archive.story({
    on: '2031-12-01',
    facts: { action: 'suspend_control', goods: ['holmium'], expiryDate: '2032-11-10' },
  });
  const facts = { ...noFacts, action: 'suspend_control' as const, goods: ['holmium'] };
  const sent = await send(office, 'd1', { kind: 'story', view: storyView({ storyId: story.id, facts }) });

  const form = await office.discord.interact.button(pressable(sent, 'Measures on a date'));
  const reply = await office.discord.interact.submit({ form });

  expect(reply.ephemeral).toBe(true);
  expect(titleOf(reply)).toBe('Export controls on 10 November 2032: holmium');
});

it('stays within what Discord takes for the longest notices', async () => {
  const goods = 'samarium gadolinium terbium dysprosium lutetium scandium yttrium gallium germanium'.split(
    ' ',
  );
  const codes = Array.from({ length: 60 }, (_, index) => `1C9${String(index).padStart(2, '0')}.a.1`);
  const many = Array.from({ length: 12 }, (_, index) => ({
    ...notice(`${index + 1}/2031`, '2031-01-02', {
      facts: { goods, destinations: ['Japan', 'United States'] },
      controlCodes: codes,
    }),
    url: `https://ministry.example/${'x'.repeat(450)}/${index}`,
    title: '*_'.repeat(300),
  }));
  await read(many);

  const reply = await ask({ goods: goods.join(', '), on: '2032-01-01' });

  expect(textOf(reply).length).toBeLessThanOrEqual(4096);
});

it.each([
  [{ on: 'the other day' }, '“the other day” is not a date'],
  [{ goods: 'moon rock' }, 'knows no goods called moon rock'],
  [{}, 'No numbered notice has been read yet. That does not mean'],
])('answers %s with a sentence', async (options, sentence) => {
  const reply = await ask(options);

  expect(reply.content).toContain(sentence);
  expect(reply.ephemeral).toBe(true);
});

it('says nothing on measures before anything was read', async () => {
  await office.db.updateTable('sources').set({ lastSuccessAt: null }).execute();

  expect((await ask()).content).toContain('Nothing has been read yet');
});

it('is today in Beijing unless a day is given, and in Chinese for whoever uses Discord in Chinese', async () => {
  await read(archive, '2031-03-10');

  const reply = await ask({ goods: '镓' }, { locale: Locale.ChineseCN });

  expect(titleOf(reply)).toBe('2031年3月10日的出口管制：镓');
  expect(textOf(reply)).toContain('**施行中**\n[公告2030年第46号]');
});
