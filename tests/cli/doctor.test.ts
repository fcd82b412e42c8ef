import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSources } from '../../src/cli/sources.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/moment.ts';
import { catalogue, isReadByDefault } from '../../src/sources/catalogue/index.ts';
import { retired } from '../../src/sources/catalogue/retired.ts';
import { updateItem } from '../../src/store/items.ts';
import { park } from '../../src/store/parking.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { register, storeDelivery, storeItem } from '../store/samples.ts';
import { fakeTerminal, openFolder, runWire } from './support.ts';

describe('sources', () => {
  it('lists the catalogue: each id, how well it is known, kind, language, interval, authority, names, address', () => {
    const terminal = fakeTerminal();
    listSources({}, terminal);

    expect(terminal.text().split('\n')).toHaveLength(2 * catalogue.length + 1);
    expect(terminal.text()).toMatch(
      /^cn-tao +verified 2026-06 +page +zh +every 15 min {2}China TAO: Taiwan Affairs Office: measures · 国台办：惩戒台独顽固分子\n +https:\/\/www\.gwytb\.gov\.cn\/\S+$/m,
    );
  });

  it('lists it one object a line with --json', () => {
    const terminal = fakeTerminal();
    listSources({ json: true }, terminal);
    const listed = terminal.json();

    expect(listed.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
    expect(listed.find(({ id }) => id === 'uk-ofsi')).toEqual({
      id: 'uk-ofsi',
      authority: 'uk-ofsi',
      country: 'GB',
      name: { en: 'OFSI on GOV.UK', zh: '英国金融制裁执行办公室动态' },
      url: 'https://www.gov.uk/government/organisations/office-of-financial-sanctions-implementation.atom',
      kind: 'feed',
      language: 'en',
      timeZone: 'Europe/London',
      cadence: 15,
      grade: 'verified',
      checkedOn: '2026-09-24',
      readByDefault: true,
    });
  });

  it('says of what is not read by default that it must be named', () => {
    const terminal = fakeTerminal();
    listSources({}, terminal);

    expect(terminal.text().match(/\(read only when SOURCES names it\)$/gm)).toHaveLength(
      catalogue.filter((source) => !isReadByDefault(source)).length,
    );
    expect(terminal.text()).toMatch(
      /^ca-global-affairs +recalled +page .+\n.+\(read only when SOURCES names it\)$/m,
    );
  });

  it('lists what is known to be dead, and what replaces it', () => {
    const terminal = fakeTerminal();
    listSources({ retired: true }, terminal);

    expect(terminal.text().split('\n')).toHaveLength(2 * retired.length + 1);
    expect(terminal.text()).toMatch(
      /^us-bis-press +answers 404 \(2026-09-10\) {2}instead: us-federal-register-bis\n +https:\/\/www\.bis\.gov\/rss\.xml$/m,
    );

    const lines = fakeTerminal();
    listSources({ retired: true, json: true }, lines);
    expect(lines.json()).toEqual(retired);
  });
});

describe('doctor', () => {
  let folder: ReturnType<typeof openFolder>;
  beforeAll(() => {
    folder = openFolder();
  });
  afterAll(() => folder.remove());

  const CONTACT = 'desk@wire.example';
  const plainWatch = { guildId: 'guild', roleId: null, language: 'both', market: 'US' } as const;
  const doctor = (env: NodeJS.ProcessEnv) => runWire(['doctor'], { cwd: folder.path, env });

  it('finds nothing wrong with a new installation that says who reads', async () => {
    const { status, stdout, stderr } = await doctor({ CONTACT, DATA_DIR: 'new' });

    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      'Note: no DISCORD_TOKEN, so alerts go to the terminal.\n' +
        'Model: none is set up (MODEL_URL), so alerts carry our own template alone.\n' +
        `Nothing wrong: ${catalogue.filter(isReadByDefault).length} sources, none failing.\n`,
    );
  });

  it('names a source that fails, why, what to do and when it is tried again; and what is not set', async () => {
    const env = {
      DATA_DIR: 'failing',
      SOURCES: 'uk-ofsi,cn-tao',
      WIRE_ORIGINS: 'https://www.gov.uk=http://127.0.0.1:1',
      WIRE_ALLOW_PRIVATE: '127.0.0.1',
    };
    await runWire(['poll', 'uk-ofsi', '--once'], { cwd: folder.path, env });

    const { status, stdout, stderr } = await doctor(env);

    expect([status, stderr]).toEqual([1, '']);
    expect(stdout.split('\n')).toEqual([
      'Note: no DISCORD_TOKEN, so alerts go to the terminal.',
      'Model: none is set up (MODEL_URL), so alerts carry our own template alone.',
      'Sources:',
      '  … cn-tao   not read yet',
      expect.stringMatching(/^ {2}✗ uk-ofsi {2}not read yet · last failure: unreachable, \d+ min ago$/),
      expect.stringMatching(
        /^✗ uk-ofsi: failed once: https:\/\/www\.gov\.uk\/\S+ could not be reached \(ECONNREFUSED\) \[unreachable\]\. No connection to the site\. .+\. Next try in 1\d min\.$/,
      ),
      '✗ CONTACT is empty: ministries cannot tell who reads their pages. Set it in .env.',
      '',
    ]);
  });

  it('leaves out the parameters of an address where they are long', async () => {
    const db = await openSqlite(join(folder.path, 'long', 'wire.db'));
    await register(db, ['cn-tao'], Date.now());
    const failureDetail = `https://trade.example/unit?id=${'7'.repeat(80)} answered 412`;
    await db.updateTable('sources').set({ failures: 1, failureReason: 'challenge', failureDetail }).execute();
    await db.destroy();

    const { stdout } = await doctor({ CONTACT, DATA_DIR: 'long', SOURCES: 'cn-tao' });

    expect(stdout).toContain('✗ cn-tao: failed once: https://trade.example/unit?… answered 412 [challenge].');
  });

  it('names a channel that Discord has closed to the bot, and how much waits for it', async () => {
    const db = await openSqlite(join(folder.path, 'parked', 'wire.db'));
    for (const tiers of [['decision' as const], []])
      await insertSubscription(db, { ...plainWatch, tiers, channelId: 'channel-1', createdAt: 0 });
    for (const id of ['one', 'two']) await storeDelivery(db, id, { held: true });
    await park(db, 'channel-1', { at: 0, code: 50013 });
    await db.destroy();

    const { status, stdout } = await doctor({ CONTACT, DATA_DIR: 'parked', SOURCES: 'cn-tao' });

    expect(status).toBe(1);
    expect(stdout.match(/^✗ .*$/gm)).toEqual([
      '✗ Discord refuses the bot in channel channel-1 (code 50013); 2 messages held. ' +
        'Give it back the permissions that /watch list names there, or remove its watches.',
    ]);
  });

  it('says how each source stands, and what to look at where none fails', async () => {
    const db = await openSqlite(join(folder.path, 'standing', 'wire.db'));
    await register(db, ['cn-tao', 'uk-ofsi'], Date.now());
    const today = Date.now();
    for (let post = 0; post < 12; post++) {
      const firstSeenAt = today - (19.5 + 3.5 * post) * DAY;
      await storeItem(db, { key: `post-${post}`, sourceId: 'cn-tao', firstSeenAt });
    }
    await db
      .updateTable('sources')
      .set({ lastSuccessAt: today - 5 * MINUTE, rows: 3, usualRows: 15, movedTo: 'https://new.example/list' })
      .where('id', '=', 'cn-tao')
      .execute();
    await db
      .updateTable('sources')
      .set({ lastSuccessAt: today - 2 * HOUR, rows: 20, gapFrom: today - 2 * DAY, gapUntil: today - DAY })
      .where('id', '=', 'uk-ofsi')
      .execute();
    await db.destroy();

    const { status, stdout } = await doctor({ CONTACT, DATA_DIR: 'standing', SOURCES: 'cn-tao,uk-ofsi' });

    expect(status).toBe(0);
    expect(stdout.split('\n').slice(2)).toEqual([
      'Sources:',
      '  ✓ cn-tao   read 5 min ago · 3 rows · posts twice a week',
      '  ✓ uk-ofsi  read 2 h ago · 20 rows',
      '⚠ cn-tao: usually posts twice a week, silent for 19 days',
      '⚠ cn-tao: usually lists 15 rows, now 3: is part of it missed?',
      '⚠ cn-tao: has moved to https://new.example/list: change the source',
      expect.stringMatching(/^⚠ uk-ofsi: more was posted than it shows: between .+ may have been missed$/),
      'Nothing wrong: 2 sources, none failing; 4 things to look at.',
      '',
    ]);
  });

  it('says which model is asked, and why it does not answer', async () => {
    const MODEL_URL = 'http://127.0.0.1:1/v1';
    const { status, stdout } = await doctor({
      CONTACT,
      DATA_DIR: 'modelled',
      MODEL_URL,
      MODEL_NAME: 'small',
      MODEL_KEY: 'secret-key',
    });

    expect(status).toBe(1);
    expect(stdout).toContain(`Model: small at ${MODEL_URL} is asked for summaries.\n`);
    expect(stdout).toMatch(
      /^✗ The model: http:\/\/127\.0\.0\.1:1\/v1 could not be reached \(ECONNREFUSED\)\. Alerts go out all the same/m,
    );
    expect(stdout).not.toContain('secret-key');
  });

  it('names a source whose listing is read, and whose articles are not', async () => {
    const db = await openSqlite(join(folder.path, 'unread', 'wire.db'));
    await register(db, ['cn-tao']);
    for (const [key, failedReads] of [
      ['lost', 3],
      ['lost, too', 40],
      ['unlucky', 1],
    ] as const) {
      const { id } = await storeItem(db, { key, sourceId: 'cn-tao' });
      await updateItem(db, id, { failedReads });
    }
    await db.destroy();

    const { status, stdout } = await doctor({ CONTACT, DATA_DIR: 'unread' });

    expect(status).toBe(1);
    expect(stdout).toMatch(/^✗ cn-tao: 2 articles cannot be read, so that only the titles are known\. /m);
  });
});
