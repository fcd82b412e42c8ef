import { describe, expect, it } from 'vitest';
import { SECOND } from '../../../src/domain/moment.ts';
import { benchForEachTest, CHANNEL, GUILD, messagesPath } from './support.ts';

const bench = benchForEachTest();
const POST = 'POST /channels/:channelId/messages';

/** Not through discord.js, which would wait. */
async function post(channelId = CHANNEL, path = `/channels/${channelId}/messages`) {
  const answer = await fetch(`${bench.fake.url}/v10${path}`, {
    method: 'POST',
    headers: { authorization: `Bot ${bench.fake.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content: 'x' }),
  });
  const header = (name: string) => answer.headers.get(`x-ratelimit-${name}`);
  return { status: answer.status, header, retryAfter: answer.headers.get('retry-after'), answer };
}

describe('a bucket', () => {
  it('counts down, refuses what is too much, and fills again', async () => {
    bench.fake.limit(POST, { requests: 2, per: 5 * SECOND });

    const first = await post();
    bench.clock.pass(2 * SECOND);
    const [second, third] = [await post(), await post()];
    bench.clock.pass(3 * SECOND);
    const fourth = await post();

    const shown = [first, second, third, fourth].map(({ status, header }) => [
      ...[status, header('limit'), header('remaining'), header('reset-after')],
    ]);
    expect(shown).toEqual([
      [200, '2', '1', '5'],
      [200, '2', '0', '3'],
      [429, '2', '0', '3'],
      [200, '2', '1', '5'],
    ]);
    expect([third.header('scope'), third.retryAfter]).toEqual(['user', '3']);
    expect(await third.answer.json()).toMatchObject({ retry_after: 3, global: false });
    expect(new Set([first, second, third, fourth].map(({ header }) => header('bucket'))).size).toBe(1);
    expect(bench.fake.messages(CHANNEL)).toHaveLength(3);
  });

  it('is each channel’s own, and other routes have none', async () => {
    bench.fake.channel({ guildId: GUILD, id: '71' });
    bench.fake.limit(POST, { requests: 1, per: SECOND });

    const posts = [await post(), await post('71'), await post()];
    const read = await bench.rest().get(messagesPath);

    expect(posts.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(read).toHaveLength(1);
  });

  it('of the whole bot is the global limit', async () => {
    bench.fake.channel({ guildId: GUILD, id: '71' });
    bench.fake.limit('bot', { requests: 1, per: SECOND });

    const [first, second] = [await post(), await post('71')];

    expect([first.status, second.status]).toEqual([200, 429]);
    expect([second.header('global'), second.header('scope')]).toEqual(['true', 'global']);
    expect(await second.answer.json()).toMatchObject({ global: true });
  });

  it('is waited for by discord.js, which then sends everything once', async () => {
    bench.fake.limit(POST, { requests: 1, per: SECOND });
    const rest = bench.rest();

    await rest.post(messagesPath, { body: { content: 'first' } });
    bench.clock.pass(SECOND);
    await rest.post(messagesPath, { body: { content: 'second' } });

    expect(bench.fake.messages(CHANNEL)).toHaveLength(2);
    expect(bench.fake.invalidRequests()).toBe(0);
  });

  it('cannot be put on a route that is not there', () => {
    expect(() => bench.fake.limit('POST /pigeons', { requests: 1, per: 1 })).toThrow(/no route/);
  });
});

describe('requests that Discord counts against a bot', () => {
  it('are those refused by token, permission or limit, but not by a shared limit', async () => {
    const other = '71';
    bench.fake.channel({ guildId: GUILD, id: other });
    bench.fake.setPermissions(other, 0n);
    bench.fake.fail(`POST ${messagesPath}`, { status: 429, retryAfter: 1 });
    bench.fake.fail(`POST ${messagesPath}`, { status: 429, retryAfter: 1, scope: 'shared' });
    bench.fake.fail(`POST ${messagesPath}`, 'ban');
    bench.fake.fail(`POST ${messagesPath}`, { status: 404, code: 10003 });

    for (let sent = 0; sent < 5; sent += 1) await post();
    await post(other);
    await bench
      .rest('wrong')
      .get('/users/@me')
      .catch(() => undefined);

    expect(bench.fake.invalidRequests(`/channels/${CHANNEL}/`)).toBe(2);
    expect(bench.fake.invalidRequests(`/channels/${other}/`)).toBe(1);
    expect(bench.fake.invalidRequests()).toBe(4);
  });
});

describe('refusals', () => {
  it('of what stands before Discord are a page without JSON, and without a time to wait', async () => {
    bench.fake.fail(/^POST/, 'ban');

    const { status, retryAfter, answer } = await post();

    expect([status, retryAfter, answer.headers.get('content-type')]).toEqual([429, null, 'text/html']);
    expect(await answer.text()).toContain('1015');
  });

  it('may come after the request took effect', async () => {
    bench.fake.fail(/^POST/, { status: 502, accepted: true });

    expect((await post()).status).toBe(502);
    expect(bench.fake.messages(CHANNEL)).toHaveLength(1);
  });

  it('of too many edits of an old message are a limit with a code of its own', async () => {
    bench.fake.fail(/^POST/, { status: 429, retryAfter: 9, code: 30046 });

    expect(await (await post()).answer.json()).toMatchObject({ code: 30046, retry_after: 9 });
  });
});
