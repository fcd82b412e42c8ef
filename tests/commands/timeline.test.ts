import { loadImage } from '@napi-rs/canvas';
import { Locale, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createDrawer } from '../../src/discord/charts/drawer.ts';
import type { Picture } from '../../src/discord/charts/picture.ts';
import { silentLog } from '../../src/ops/log.ts';
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

describe('the picture', () => {
  /** An office that draws by a stand-in, which keeps the words of each picture. */
  async function draws(): Promise<string[][]> {
    const drawn: string[][] = [];
    await office.close();
    office = await openOffice({
      draw({ shapes }: Picture) {
        drawn.push(shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])));
        return Promise.resolve(Buffer.from(`picture ${drawn.length}`));
      },
    });
    await stories();
    return drawn;
  }
  const shownOf = ({ message }: Awaited<ReturnType<typeof ask>>) =>
    message?.attachments.map(({ filename, description }) => ({ filename, description }));

  it('comes with the words, and says the same to those who cannot see it', async () => {
    const [words] = [await draws()];

    const reply = await ask();

    expect(textOf(reply)).toContain('**Mar 2031**');
    expect(shownOf(reply)).toEqual([
      {
        filename: 'timeline-2031-03.png',
        description:
          'Bar chart: announcements by month, Apr 2030 – Mar 2031 · all goods. Mar 2031: 1 decision, 1 statement; Jan 2031: 1 measure; Jun 2030: 1 measure.',
      },
    ]);
    expect(words[0]).toEqual(
      expect.arrayContaining([
        'Apr 2030 – Mar 2031 · all goods',
        'Licence decisions 1',
        'Measures 2',
        'Statements 1',
        'Varnia: refused, gallium',
        'Varnia: new control, tungsten (No. 3)',
        'Varnia: licences granted, gallium',
        'archive since 30 Jun 2030',
      ]),
    );
  });

  it('is in the language of its reader, and of the goods asked for', async () => {
    const words = await draws();

    const reply = await ask({ goods: 'Ga' }, { locale: Locale.ChineseCN });

    expect(shownOf(reply)?.[0]?.description).toBe(
      '柱状图：消息逐月统计，2030年4月至2031年3月 · 镓。2031年3月许可决定1、表态1；2030年6月管制措施1。',
    );
    expect(words[0]).toEqual(
      expect.arrayContaining(['出口管制消息逐月统计', '许可决定 1', '4月', '瓦尼亚贸易部：许可获批，镓']),
    );
    expect(words[0]?.join()).not.toContain('钨');
  });

  it('turns with the page: the one before goes', async () => {
    await draws();
    const newest = await ask();

    const older = await office.discord.interact.button(pressable(newest, 'Older'));

    expect(shownOf(older)).toMatchObject([{ filename: 'timeline-2030-09.png' }]);
  });

  it('is shared with the words, and without the buttons', async () => {
    await draws();
    const mine = await ask();

    const shared = await office.discord.interact.button(pressable(mine, 'Share here'));

    expect(shared.ephemeral).toBe(false);
    expect(shared.content).toMatch(/<@\d+>/);
    expect(textOf(shared)).toBe(textOf(mine));
    expect(shownOf(shared)).toEqual(shownOf(mine));
    expect(labels(shared)).toEqual([]);
    expect(office.discord.messages(office.channelId)).toHaveLength(1);
  });

  it('is shared by nobody who may not write there', async () => {
    await draws();
    const mine = await ask();

    const refused = await office.discord.interact.button({
      ...pressable(mine, 'Share here'),
      memberPermissions: PermissionFlagsBits.ViewChannel,
    });

    expect(refused.ephemeral).toBe(true);
    expect(office.discord.messages(office.channelId)).toEqual([]);
  });

  it('can be shared for as long as what was asked is kept', async () => {
    await draws();
    const mine = await ask();
    office.cursors.forget();

    const late = await office.discord.interact.button(pressable(mine, 'Share here'));

    expect(late.content).toContain('again');
  });

  it('is left out where the bot may attach no files', async () => {
    const words = await draws();
    const { ViewChannel, SendMessages, EmbedLinks } = PermissionFlagsBits;
    office.discord.setPermissions(office.channelId, ViewChannel | SendMessages | EmbedLinks);

    const reply = await ask();

    expect(shownOf(reply)).toEqual([]);
    expect(textOf(reply)).toContain('**Mar 2031**');
    expect(words).toEqual([]);
  });

  it('is left out where there is nothing to draw', async () => {
    const words = await draws();

    expect(shownOf(await ask({ goods: 'graphite' }))).toEqual([]);
    expect(words).toEqual([]);
  });

  it('is a PNG drawn by the other process', async () => {
    const drawer = createDrawer(silentLog, { deadline: 30_000 });
    onTestFinished(() => drawer.close());
    await office.close();
    office = await openOffice({ draw: drawer.draw });
    await stories();

    const reply = await ask({ goods: '镓' }, { locale: Locale.ChineseCN });

    const image = await loadImage(reply.files.get('timeline-2031-03.png') ?? Buffer.of());
    expect(image.width).toBe(1200);
    expect(image.height).toBeGreaterThan(800);
  });
});
