import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { ComponentType } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands, controls } from '../../commands/index.ts';
import { findChromium, openBrowser, overflowing, visit } from '../../preview/browser.ts';
import { type Played, playAll } from '../../preview/build.ts';
import { documentHtml } from '../../preview/page/document.ts';
import { plainTexts } from '../../preview/page/markdown.ts';
import type { ShownMessage } from '../../preview/scene.ts';
import { validate } from '../fakes/discord/validate.ts';

let played: Played;
let page: string;
beforeAll(async () => {
  played = await playAll();
  page = documentHtml(played);
}, 120_000);

/** Every message that the page shows, with the scene it is of. */
function shownMessages(): { scene: string; language: string; shown: ShownMessage }[] {
  return played.sections.flatMap(({ scenes }) =>
    scenes.flatMap(({ id, columns }) =>
      columns.flatMap(({ language, shown }) =>
        shown.flatMap((each) => (each.kind === 'message' ? [{ scene: id, language, shown: each }] : [])),
      ),
    ),
  );
}

/** All that is written in a message, where Discord reads markdown. */
function marked({ content, embeds }: ShownMessage['message']): string[] {
  return [
    content,
    ...embeds.flatMap(({ title = '', description = '', fields = [] }) => [
      title,
      description,
      ...fields.flatMap(({ name, value }) => [name, value]),
    ]),
  ].filter(Boolean);
}

describe('what the page shows', () => {
  it('is taken by Discord, as the bot sent it and by itself', () => {
    expect(played.violations).toEqual([]);
    const messages = shownMessages();
    expect(messages.length).toBeGreaterThan(150);
    for (const { shown } of messages) {
      const { content, embeds, components } = shown.message;
      expect(() => validate('message', { content, embeds, components }, shown.files.size)).not.toThrow();
    }
  });

  it('leaves no markup to be seen', () => {
    const left = shownMessages().flatMap(({ scene, shown }) =>
      marked(shown.message)
        .map(plainTexts)
        .filter((text) => /\*\*|~~|\]\(|<[@#t][:&!\d]|\\[*_~`|>]/u.test(text))
        .map((text) => `${scene}: ${text}`),
    );

    expect(left).toEqual([]);
  });

  it('cuts nothing within a word without saying so', () => {
    const pushes = shownMessages().flatMap(({ shown }) => shown.message.content.split('\n'));
    // A cut line ends in "…"; any other ends with a word, a number, a bracket or a full stop.
    const odd = pushes.filter((line) => line && !/[\p{L}\p{N}"'”）)。.!？?>…#*`▏：:]$/u.test(line));

    expect(odd).toEqual([]);
  });

  it('has each kind of alert in every language that a watch can have', () => {
    const alerts = played.sections.find(({ id }) => id === 'alerts');
    for (const { id, columns } of alerts?.scenes ?? []) {
      const told = columns.filter(({ shown }) => shown.length > 0).map(({ language }) => language);
      expect(told.length, id).toBe(columns.length);
      expect(told, id).toEqual(expect.arrayContaining(['en', 'zh']));
    }
    const badges = shownMessages().map(({ shown }) => shown.message.embeds[0]?.author?.name ?? '');
    for (const badge of [
      'CORRECTED BY THE SOURCE',
      'CORRECTED BY US',
      'WITHDRAWN',
      'TEXTS DIFFER',
      'BLIND',
      'READING AGAIN',
      'NOTICES AT ONCE',
      'DAILY DIGEST',
      'MORE ON A KNOWN STORY',
    ]) {
      expect(
        badges.some((each) => each.includes(badge)),
        badge,
      ).toBe(true);
    }
  });

  it('has every command and subcommand, used in both languages', () => {
    const done = new Set(
      played.sections.flatMap(({ scenes }) =>
        scenes.flatMap(({ columns }) =>
          columns.flatMap(({ language, shown }) =>
            shown.map((each) => `${language} ${each.kind === 'choices' ? '' : each.done?.split('  ')[0]}`),
          ),
        ),
      ),
    );
    const wanted = commands.flatMap(({ data }) => {
      const { name, options = [] } = data.toJSON();
      const subcommands = options.filter(({ type }) => type === 1).map((option) => ` ${option.name}`);
      return (subcommands.length > 0 ? subcommands : ['']).map((subcommand) => `/${name}${subcommand}`);
    });

    expect(
      wanted.flatMap((use) => ['en', 'zh'].map((each) => `${each} ${use}`)).filter((use) => !done.has(use)),
    ).toEqual([]);
  });

  it('has every button that can be pressed', () => {
    const shown = new Set(
      shownMessages().flatMap(({ shown: { message } }) =>
        (message.components ?? [])
          .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
          .flatMap((part) => ('custom_id' in part ? [part.custom_id.split(':')[0]] : [])),
      ),
    );
    const known = [controls, ...commands].flatMap(({ buttons = {}, menus = {} }) => [
      ...Object.keys(buttons),
      ...Object.keys(menus),
    ]);

    expect(known.filter((name) => !shown.has(name))).toEqual([]);
  });
});

describe('the page', () => {
  it('needs nothing but itself', () => {
    const $ = load(page);

    expect($('script, link, iframe, [src^="http"], [onload]').length).toBe(0);
    expect($('style').text()).not.toMatch(/url\(|@import/);
    expect($('img').length).toBeGreaterThan(0);
    expect(
      $('img')
        .toArray()
        .every((image) => $(image).attr('alt')),
    ).toBe(true);
  });

  it('has an anchor for each scene, which its contents name', () => {
    const $ = load(page);
    const ids = $('[id]')
      .toArray()
      .map((element) => $(element).attr('id'));
    const wanted = $('nav a')
      .toArray()
      .map((link) => $(link).attr('href')?.slice(1));

    expect(new Set(ids).size).toBe(ids.length);
    expect(wanted.length).toBeGreaterThan(50);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

const chromium = findChromium();

// CI has no Chromium: the page is still made and read above, and this says that it was not looked at.
describe.skipIf(!chromium)('in Chromium', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'ministry-wire-preview-'));
  const file = join(folder, 'index.html');
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    writeFileSync(file, page);
    browser = await openBrowser(chromium ?? '');
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([380, 1200])('fits %i pixels, asks nobody, and complains of nothing', async (width) => {
    const { page: tab, complaints } = await visit(browser, file, width);

    expect(await overflowing(tab)).toEqual([]);
    expect(complaints).toEqual([]);
    const picture = await tab.locator('#approval').screenshot();
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.readUInt32BE(16)).toBeGreaterThan(width * 0.8);
    await tab.close();
  });
});
