import { Locale } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { CommandContext } from '../../commands/command.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/moment.ts';
import { catalogue, isReadByDefault } from '../../src/sources/catalogue/index.ts';
import { knownNames } from '../../src/sources/known.ts';
import { beginBlindness } from '../../src/store/authorities.ts';
import type { SourceRow } from '../../src/store/schema.ts';
import { registerSources } from '../../src/store/sources.ts';
import { insertSubscription, pauseSubscription, updateSubscription } from '../../src/store/subscriptions.ts';
import { briefing, gazette, storyView, varnia } from '../fakes/archive.ts';
import { NOW, type Office, openOffice } from '../fakes/bot.ts';
import { pressable, textOf, titleOf } from './support.ts';

let office: Office;
afterEach(async () => {
  await office.close();
  expect(office.discord.violations).toEqual([]);
});

async function open(context: Partial<CommandContext> = {}): Promise<void> {
  office = await openOffice(context);
}
const set = (id: string, row: Partial<SourceRow>) =>
  office.db.updateTable('sources').set(row).where('id', '=', id).execute();
const status = (who = {}) =>
  office.discord.interact.command({ name: 'status', channelId: office.channelId, ...who });
const sourceList = () =>
  office.discord.interact.command({ name: 'source', subcommand: 'list', channelId: office.channelId });

/** In trouble for longer than the watchdogs' patience. */
const broken = {
  failures: 5,
  failingSince: NOW - HOUR,
  failureReason: 'tls',
  failureDetail: 'expired',
  failureAt: NOW,
} as const;

describe('the first line says whether silence can be trusted', () => {
  it('normally', async () => {
    await open();
    expect(titleOf(await status())).toBe('Reading normally: 2 of 2 sources, nothing is blind');
  });

  it('degraded, while another source covers the ministry', async () => {
    await open();
    await set(briefing.id, broken);

    const reply = await status();

    expect(titleOf(reply)).toBe('Reading with gaps: 1 of 2 sources, every ministry is covered');
    expect(textOf(reply)).toContain('✓ Varnian gazette');
    expect(textOf(reply)).toMatch(/✗ Varnian briefing · certificate is not accepted · .+ others cover it/);
  });

  it('with what is to be looked at in a source that reads', async () => {
    await open();
    await set(gazette.id, { movedTo: 'https://new.example/gazette' });

    for (const reply of [await status(), await sourceList()]) {
      expect(titleOf(reply)).not.toContain('gaps');
      expect(textOf(reply)).toMatch(/Varnian gazette.+ has moved to .*new\.example/);
    }
    expect(textOf(await status({ locale: Locale.ChineseCN }))).toContain('请修改来源地址');
  });

  it('blind, when nothing of a ministry is read', async () => {
    await open();
    await set(briefing.id, broken);
    await set(gazette.id, broken);

    expect(titleOf(await status())).toBe(`Blind on Varnia's trade ministry: silence is not "no news"`);
    expect(titleOf(await status({ locale: Locale.ChineseCN }))).toBe(
      '瓦尼亚贸易部读取中断：无提醒不代表无消息',
    );
  });

  it('blind, until the watchdogs have found that everything was caught up', async () => {
    await open();
    await beginBlindness(office.db, varnia.id, NOW - HOUR);

    expect(titleOf(await status())).toContain("Blind on Varnia's trade ministry");
  });

  it('blind, when nobody polls although nothing fails', async () => {
    await open();
    for (const { id } of [gazette, briefing]) await set(id, { nextPollAt: NOW - HOUR });

    const reply = await status();

    expect(titleOf(reply)).toContain('Blind');
    expect(textOf(reply)).toContain('is not being polled');
  });

  it('starting, before every source has been read once', async () => {
    await open();
    await set(briefing.id, { lastSuccessAt: null });

    expect(titleOf(await status())).toBe('Starting: 1 of 2 sources read for the first time');
  });
});

it('is not alarmed by one failed attempt', async () => {
  await open();
  await set(briefing.id, { ...broken, failures: 1, failingSince: NOW - MINUTE });

  expect(titleOf(await status())).toContain('Reading normally: 2 of 2');
  expect(textOf(await sourceList())).toContain('the last attempt failed: certificate is not accepted');
});

it('tells what was sent to this server, what waits, what was refused and what is unknown', async () => {
  await open();
  const { channelId, guildId, archive } = office;
  const filter = { guildId, authorities: [], tiers: [], goods: [], roleId: null, createdAt: NOW };
  await insertSubscription(office.db, { ...filter, channelId, language: 'both', market: 'US' });
  const body = { kind: 'story', view: storyView() } as const;
  await archive.delivery('one', channelId, body, { at: NOW - 3 * DAY });
  await archive.delivery('two', channelId, body, { at: NOW - 40 * DAY });
  await archive.delivery('three', channelId, body, { state: 'pending' });
  await archive.delivery('four', channelId, body, {
    state: 'unknown',
    at: NOW - 2 * DAY,
    error: 'no answer',
  });
  await archive.delivery('five', channelId, body, {
    state: 'rejected',
    at: NOW - DAY,
    error: 'the **bot** lacks a permission',
  });
  await archive.delivery('six', 'elsewhere', body, { state: 'pending' });

  const text = textOf(await status());

  expect(text).toContain(`#alerts · 1 message in 30 days · last <t:${(NOW - 3 * DAY) / 1000}:R>`);
  expect(text).toContain('Waiting to send 1 · refused by Discord 1 · outcome unknown 1');
  expect(text).toContain('Last trouble in #alerts: the \\*\\*bot\\*\\* lacks a permission');
});

it('names a channel that is closed to the bot, and what is held', async () => {
  await open();
  const { channelId, guildId } = office;
  const manners = { roleId: null, language: 'both', market: 'US', createdAt: NOW } as const;
  const watch = await insertSubscription(office.db, { guildId, channelId, ...manners });
  await updateSubscription(office.db, { ...watch, parked: { at: NOW - HOUR, code: 50013 } });
  for (const id of ['one', 'two'])
    await office.archive.delivery(id, channelId, { kind: 'story', view: storyView() }, { state: 'pending' });
  await office.db.updateTable('deliveries').set({ state: 'held' }).where('id', '=', 'one').execute();

  const text = textOf(await status());

  expect(text).toContain(`⚠ Discord refuses the bot there, since <t:${(NOW - HOUR) / 1000}:R> · /watch list`);
  expect(text).toContain('Waiting to send 2 (1 held for quiet hours or a closed channel)');
});

it('names a channel whose watches are all paused', async () => {
  await open();
  const { channelId, guildId } = office;
  const manners = { roleId: null, language: 'both', market: 'US', createdAt: NOW } as const;
  const watch = () => insertSubscription(office.db, { guildId, channelId, ...manners });
  const [one, other] = [await watch(), await watch()];

  await pauseSubscription(office.db, one, true, NOW);
  expect(textOf(await status())).not.toContain('paused');

  await pauseSubscription(office.db, other, true, NOW);
  expect(textOf(await status())).toContain('#alerts · 0 messages in 30 days · paused');
});

it('says how to begin where no channel gets alerts', async () => {
  await open();
  expect(textOf(await status())).toContain('an admin types /watch add');
});

it('shows a broken cache', async () => {
  await open({ cacheFault: () => ({ message: 'disk full', at: NOW }) });
  expect(textOf(await status())).toContain('⚠ The cache does not work');
  expect(textOf(await status())).toContain('disk full');
});

it('leads to the sources, with what to do about each trouble', async () => {
  await open();
  await set(briefing.id, broken);

  const reply = await office.discord.interact.button(pressable(await status(), 'Sources'));

  expect(reply.ephemeral).toBe(true);
  expect(titleOf(reply)).toBe('1 of 2 sources read');
  expect(textOf(reply)).toContain(
    `✓ [Varnian gazette](https://trade.varnia.example/gazette) · <t:${NOW / 1000}:R>`,
  );
  expect(textOf(reply)).toMatch(
    /✗ \[Varnian briefing\].+not read since.+certificate is not accepted · \*The site's/,
  );
});

it('lists sources that have not been read yet', async () => {
  await open();
  await set(briefing.id, { lastSuccessAt: null });

  expect(textOf(await sourceList())).toContain(
    '… [Varnian briefing](https://trade.varnia.example/briefing) · not read yet',
  );
});

it('has room for what matters with every source of the catalogue: this server, and what is in trouble', async () => {
  const sources = catalogue.filter(isReadByDefault);
  await open({ names: knownNames, sources: new Map(sources.map((source) => [source.id, source])) });
  await registerSources(office.db, sources, NOW);
  for (const { id } of sources) await set(id, { lastSuccessAt: NOW, nextPollAt: NOW + MINUTE });
  for (const id of ['wto-news', 'uk-ofsi', 'tw-trade-news']) await set(id, broken);

  const text = textOf(await status());

  expect(text).toContain('**This server**\nNo channel gets alerts yet');
  for (const name of ['WTO news', 'OFSI on GOV.UK', 'Taiwan trade administration news']) {
    expect(text).toContain(`✗ ${name} · certificate is not accepted`);
  }
});

describe('Check now', () => {
  const press = async (who = {}) =>
    office.discord.interact.button({ ...pressable(await status(), 'Check now'), ...who });

  it('reads what is in trouble, and shows the status anew', async () => {
    const checked: string[] = [];
    await open({
      check(id) {
        checked.push(id);
        return Promise.resolve(null);
      },
    });
    await set(briefing.id, broken);

    const reply = await press();

    expect(checked).toEqual([briefing.id]);
    expect(textOf(reply)).toMatch(/^Varnian briefing is being read at this very moment\./);
    expect(titleOf(reply)).toContain('Reading with gaps');
  });

  it('reads what was read longest ago where all is well', async () => {
    const checked: string[] = [];
    await open({
      check(id) {
        checked.push(id);
        return Promise.resolve(null);
      },
    });
    await set(gazette.id, { lastSuccessAt: NOW - MINUTE });

    await press();

    expect(checked).toEqual([gazette.id]);
  });

  it('is for those who manage the server alone', async () => {
    await open();
    const member = office.discord.member({ guildId: office.guildId });

    const reply = await press({ userId: member.user.id, permissions: 0n });

    expect(reply.content).toContain('Manage Server');
  });
});
