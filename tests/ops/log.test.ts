import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLog, type LogLevel, silentLog } from '../../src/ops/log.ts';

/** A stream such as standard error, and what has been written to it. */
function stream({ isTTY }: { isTTY: boolean }) {
  const written: string[] = [];
  const through = new PassThrough();
  through.on('data', (chunk) => written.push(String(chunk)));
  return {
    stream: Object.assign(through, { isTTY }) as unknown as NodeJS.WriteStream,
    text: () => written.join(''),
  };
}

/** The lines that a log of this level has written, one JSON object each. */
function linesOf(
  level: LogLevel,
  use: (log: ReturnType<typeof createLog>) => void,
): Record<string, unknown>[] {
  const { stream: file, text } = stream({ isTTY: false });
  use(createLog(level, file));
  return text()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

describe('the log', () => {
  it('is JSON Lines where it is written to a file, with what varies in fields', () => {
    const lines = linesOf('info', (log) => {
      log.info({ source: 'cn-trade-notices', newItems: 2 }, 'polled');
      log.warn('lease not renewed');
    });

    expect(lines).toMatchObject([
      { level: 30, msg: 'polled', source: 'cn-trade-notices', newItems: 2 },
      { level: 40, msg: 'lease not renewed' },
    ]);
  });

  it.each([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['info', ['info', 'warn', 'error']],
    ['error', ['error']],
    ['silent', []],
  ] as const)('of level %s has what is as grave as that', (level, expected) => {
    const lines = linesOf(level, (log) => {
      for (const grave of ['debug', 'info', 'warn', 'error'] as const) log[grave](grave);
    });

    expect(lines.map(({ msg }) => msg)).toEqual(expected);
  });

  it('holds an error with its stack and its cause', () => {
    const error = new Error('not saved', { cause: new Error('disk full') });
    const [line] = linesOf('info', (log) => log.error({ err: error }, 'poll failed'));

    expect(line).toMatchObject({ err: { type: 'Error', stack: expect.stringContaining('disk full') } });
  });

  it('never holds a token', () => {
    const token = 'MTIzNDU2.not-a-real-token';
    const lines = linesOf('trace', (log) => {
      log.info({ token }, 'at the top');
      log.info({ client: { token, shards: 1 } }, 'within');
      log.info({ headers: { authorization: `Bot ${token}`, accept: '*/*' } }, 'in a request');
    });

    expect(JSON.stringify(lines)).not.toContain(token);
    expect(lines).toMatchObject([
      { token: '[Redacted]' },
      { client: { token: '[Redacted]', shards: 1 } },
      { headers: { authorization: '[Redacted]', accept: '*/*' } },
    ]);
  });

  it('names the address at which Discord refused, without the token in it', () => {
    const refused = (path: string) =>
      Object.assign(new Error('refused'), { url: `https://discord.example${path}` });
    const lines = linesOf('info', (log) => {
      for (const path of [
        '/interactions/12/aW50ZXI/callback',
        '/webhooks/34/aW50ZXI/messages/@original',
        '/channels/56/messages',
      ]) {
        log.error({ err: refused(path) }, 'interaction failed');
      }
    });

    expect(lines).toMatchObject([
      { err: { url: 'https://discord.example/interactions/12/[Redacted]/callback' } },
      { err: { url: 'https://discord.example/webhooks/34/[Redacted]/messages/@original' } },
      { err: { url: 'https://discord.example/channels/56/messages' } },
    ]);
  });

  it('is one readable line an event in a terminal, and holds no token there either', () => {
    const { stream: terminal, text } = stream({ isTTY: true });
    createLog('info', terminal).warn({ source: 'cn-trade-notices', token: 'secret' }, 'polled late');

    expect(text()).toMatch(/\d\d:\d\d:\d\d.*WARN.*polled late/);
    expect(text()).toContain('cn-trade-notices');
    expect(text()).not.toMatch(/secret|^\{|"pid"|pid:/);
  });

  it('can be silent', () => {
    expect(silentLog.isLevelEnabled('fatal')).toBe(false);
  });
});
