import { Locale } from 'discord.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { catalogue } from '../../src/sources/catalogue/index.ts';
import { registerSources } from '../../src/store/sources.ts';
import { briefing } from '../fakes/archive.ts';
import { type Office, openOffice } from '../fakes/bot.ts';
import { pressable, selectable, textOf, titleOf } from './support.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.close();
  expect(office.discord.violations).toEqual([]);
});

const ask = (options = {}, who = {}) =>
  office.discord.interact.command({ name: 'batches', channelId: office.channelId, options, ...who });

const quantity = (words: string) => ({
  quantity: [{ in: 'text' as const, start: 0, end: words.length, words }],
});

it('lists the reports of some goods, with the words for how many and their gloss', async () => {
  await office.archive.story({
    on: '2031-01-07',
    source: briefing,
    facts: { action: 'approve', goods: ['gallium'], licencesCount: 'unspecified', usFirms: 'unspecified' },
    evidence: quantity('一定数量'),
  });
  await office.archive.story({
    on: '2031-02-07',
    facts: { action: 'approve', goods: ['gallium'], licencesCount: 'unspecified', destinations: ['EU'] },
  });

  const reply = await ask({ goods: 'gallium' });

  expect(titleOf(reply)).toBe('Licences granted: gallium · 2 reports since 7 Jan 2031');
  const lines = textOf(reply).split('\n');
  expect(lines[0]).toContain('**7 Feb 2031**  no quantity stated · for the EU');
  expect(lines[1]).toContain('**7 Jan 2031**  "a certain number" (一定数量)');
  expect(lines[2]).toBe('No report gives a number. US firms: not stated in any.');
  expect(lines[3]).toContain('The ministry does not number batches');
});

it('reads the words of a source in its own language, also where it is read no more', async () => {
  const gone = catalogue.find(({ language }) => language === 'zh') ?? briefing;
  await registerSources(office.db, [gone], 0);
  await office.archive.story({
    on: '2031-01-07',
    source: gone,
    facts: { action: 'approve', goods: ['gallium'], licencesCount: 'unspecified' },
    evidence: quantity('一定数量'),
  });

  expect(textOf(await ask({ goods: 'gallium' }))).toContain('"a certain number" (一定数量)');
});

it('counts the reports that do give a number or name US firms, over all pages', async () => {
  for (let day = 1; day <= 7; day++) {
    await office.archive.story({
      on: `2031-02-0${day}`,
      facts: {
        action: 'approve',
        goods: ['tungsten'],
        licencesCount: day === 1 ? 1 : 'unspecified',
        usFirms: day === 1 ? 'yes' : null,
      },
    });
  }

  const first = await ask({ goods: 'tungsten' });
  expect(textOf(first)).toContain('1 of 7 reports gives a number. US firms: stated in 1.');
  expect(textOf(first)).not.toContain('**1 Feb 2031**');

  const older = await office.discord.interact.button(pressable(first, 'Older'));
  expect(textOf(older)).toContain('**1 Feb 2031**  1 licence · ');
  expect(textOf(older)).toContain('1 of 7 reports');
});

it('leaves out measures and statements', async () => {
  await office.archive.story({ on: '2031-02-01', facts: { action: 'new_control', goods: ['gallium'] } });

  expect((await ask({ goods: 'gallium' })).content).toBe('No report of licences for gallium in the archive.');
});

it('gives each of the goods one line when none is named', async () => {
  await office.archive.story({
    on: '2031-01-01',
    facts: { action: 'approve', goods: ['gallium', 'germanium'] },
  });
  await office.archive.story({ on: '2031-02-01', facts: { action: 'approve', goods: ['gallium'] } });
  await office.archive.story({ on: '2031-02-02', facts: { action: 'resume' } });

  const reply = await ask();

  expect(titleOf(reply)).toBe('Licences granted · 3 reports');
  expect(textOf(reply)).toContain('**gallium**  2 reports · first 1 Jan 2031, last 1 Feb 2031');
  expect(textOf(reply)).toContain('**germanium**  1 report · 1 Jan 2031');
  expect(textOf(reply)).toContain('1 report without naming goods');
});

it('says it in Chinese to whoever uses Discord in Chinese', async () => {
  await office.archive.story({
    on: '2031-01-07',
    source: briefing,
    facts: { action: 'approve', goods: ['gallium'], licencesCount: 'unspecified' },
    evidence: quantity('若干'),
  });

  const reply = await ask({ goods: 'gallium' }, { locale: Locale.ChineseCN });

  expect(titleOf(reply)).toBe('许可获批：镓 · 2031年1月7日以来通报1次');
  expect(textOf(reply)).toContain('“若干”');
});

it('says that there is no report rather than showing an empty list', async () => {
  expect((await ask()).content).toBe('No report of licences in the archive.');
});

it('is an overview where no goods are named, and leads to the reports on one of them', async () => {
  const { archive, discord } = office;
  await archive.story({
    on: '2031-01-07',
    facts: { action: 'approve', goods: ['gallium'], licencesCount: 3 },
  });
  await archive.story({ on: '2031-02-07', facts: { action: 'approve', goods: ['gallium', 'coal'] } });

  const all = await ask();
  const menu = selectable(all, 'Reports on one of them …');
  await discord.interact.select({ ...menu, values: ['gallium'] });

  expect(titleOf(all)).toBe('Licences granted: gallium · 2 reports since 7 Jan 2031');
});

it('names general licences', async () => {
  await office.archive.story({
    on: '2031-01-07',
    facts: { action: 'approve', goods: ['gallium'], licencesCount: 'unspecified', licenceType: 'general' },
  });

  expect(textOf(await ask({ goods: 'Ga' }))).toContain('no quantity stated · general licences · [source]');
});

it('has every report as a table, with the words of the ministry and safe for spreadsheets', async () => {
  for (let day = 1; day <= 7; day++) {
    await office.archive.story({
      on: `2031-02-0${day}`,
      source: briefing,
      url: `https://trade.varnia.example/${day}`,
      facts: { action: 'approve', goods: ['tungsten', 'gallium'], licencesCount: 'unspecified' },
      evidence: quantity(day === 1 ? '=一定数量' : '若干'),
    });
  }
  const reply = await ask({ goods: 'tungsten' });
  await office.restart();

  const table = await office.discord.interact.button(pressable(reply, 'As CSV'));

  expect(table.ephemeral).toBe(true);
  const [[name, bytes] = []] = table.files;
  expect(name).toBe('licences.csv');
  const lines = bytes?.toString('utf8').trimEnd().split('\r\n') ?? [];
  expect(lines).toHaveLength(8);
  expect(lines[1]).toMatch(
    /^2031-02-07,Varnia's trade ministry,approve,tungsten; gallium,,unspecified,若干,a number,,,,.*,7,https:\/\/trade\.varnia\.example\/7$/,
  );
  expect(lines[7]).toContain(",'=一定数量,");
});
