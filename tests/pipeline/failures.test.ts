import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { texts as commandTexts } from '../../commands/texts/index.ts';
import { texts as messageTexts } from '../../src/discord/render/texts/index.ts';
import { type FailureReason, failureAdvice } from '../../src/domain/failure.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/moment.ts';
import { createFetcher } from '../../src/fetch/client.ts';
import { type Desk, deskOpensAt, openDesk } from '../fakes/desk.ts';
import { answerOf, type Fault, type Host, type Kind, openHost } from '../fakes/hosts.ts';
import { fair, notice } from '../fakes/notices.ts';

/*
 * How sources break, row by row, and what becomes of it: through the real fetcher, readers and poller. What is not a
 * failure but handled (other keys, gaps, moves, late dates) has its tests in listing.test.ts.
 */

async function opened(kind: Kind): Promise<{ host: Host; desk: Desk }> {
  const host = openHost('trade', kind);
  host.posts = Array.from({ length: 30 }, (_, index) => fair(30 - index, deskOpensAt - (index + 1) * DAY));
  const desk = await openDesk([host]);
  desk.ports.fetcher = await overHttp(host, () => desk.clock.now());
  await desk.poll(host);
  await desk.clock.advance(HOUR);
  host.posts.unshift(notice(31, desk.clock.now()));
  return { host, desk };
}

/** The host behind a socket of this machine, so that statuses, types and bytes are judged as a real site's are. */
async function overHttp(host: Host, now: () => number) {
  const { origin } = new URL(host.source.url);
  const server = createServer((request, response) => {
    let sent = '';
    request.on('data', (chunk) => {
      sent += chunk;
    });
    request.on('end', () => {
      const form = sent ? { form: Object.fromEntries(new URLSearchParams(sent)) } : {};
      const { status, type, body } = answerOf(host, { url: `${origin}${request.url}`, ...form });
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const fetcher = createFetcher({
    clock: { now, sleep: () => Promise.resolve() },
    userAgent: 'MinistryWire/test',
    origins: new Map([[origin, `http://127.0.0.1:${port}`]]),
    allowPrivate: ['127.0.0.1'],
  });
  onTestFinished(async () => {
    await fetcher.close();
    server.closeAllConnections();
    server.close();
  });
  return fetcher;
}

const failures: [what: string, kind: Kind, fault: Fault, reason: FailureReason][] = [
  ['a layout that changed and shows no list any more', 'page', 'no-rows', 'empty'],
  ['a layout that changed and shows the list elsewhere', 'page', 'redesigned', 'redesigned'],
  ['a column whose list came in another markup', 'jpaas', 'redesigned', 'redesigned'],
  ['a list of 200 and no rows', 'jpaas', 'no-rows', 'empty'],
  ['a portal column of 200 and no rows', 'portal', 'no-rows', 'empty'],
  ['a feed of 200 and no entries', 'feed', 'no-rows', 'empty'],
  ['success:false and data:null', 'jpaas', 'refused-unit', 'unit-refused'],
  ['412 with a script', 'page', 412, 'challenge'],
  ['521 with a cookie to come', 'jpaas', 521, 'challenge'],
  ['a CAPTCHA with 200', 'page', 'captcha', 'challenge'],
  ['a page that only sets a cookie, with 200', 'feed', 'script-cookie', 'challenge'],
  ['the home page in place of a list', 'page', 'home-page', 'empty'],
  ['the home page in place of a feed', 'feed', 'home-page', 'wrong-type'],
  ['the home page in place of a shell', 'jpaas', 'home-page', 'wrong-type'],
  ['nothing at all with 200', 'feed', 'nothing', 'wrong-type'],
  ['nothing at all with 200, as JSON', 'portal', 'nothing', 'wrong-type'],
  ['question marks for every Chinese character', 'portal', 'question-marks', 'mojibake'],
  ['question marks in a list', 'page', 'question-marks', 'mojibake'],
  ['JSON where a page is due', 'page', 'wrong-type', 'empty'],
  ['a maintenance page where a feed is due', 'feed', 'wrong-type', 'wrong-type'],
  ['a maintenance page where JSON is due', 'portal', 'wrong-type', 'wrong-type'],
  ['JSON that breaks off', 'portal', 'broken-off', 'malformed'],
  ['a feed that was retired', 'feed', 404, 'not-found'],
  ['a feed that was retired, and says so', 'feed', 410, 'not-found'],
  ['403 for whoever is no browser', 'page', 403, 'refused'],
  ['429', 'jpaas', 429, 'too-many-requests'],
  ['500', 'portal', 500, 'server-error'],
  ['5,000 nested elements', 'page', 'too-deep', 'too-deep'],
];

describe('a listing that fails', () => {
  it.each(failures)('%s (%s): %s is "%s"', async (_, kind, fault, reason) => {
    const { host, desk } = await opened(kind);
    const before = await desk.state(host);
    host.fault = fault;

    const polled = await desk.poll(host);

    expect(polled).toMatchObject({ failure: { reason }, newItems: 0, alerts: [] });
    expect(await desk.state(host)).toMatchObject({
      failures: 1,
      failureReason: reason,
      rows: before.rows,
      lastSuccessAt: before.lastSuccessAt,
    });
    host.fault = null;
    // A host that said "too many requests" is left alone for a minute.
    await desk.clock.advance(2 * MINUTE);
    await desk.poll(host);
    expect(desk.told(host)).toEqual([[31]]);
  });

  it.each([
    ['UTF-8 that the site itself has read as Latin-1', 'mojibake'],
    ['a feed that breaks off behind its newest entries', 'broken-off'],
  ] as const)('%s is put right and read', async (_, fault) => {
    const { host, desk } = await opened('feed');
    host.fault = fault;

    expect(await desk.poll(host)).toMatchObject({ failure: null, newItems: 1 });
    expect(desk.told(host)).toEqual([[31]]);
  });

  it.each(['dns', 'tls', 'timeout', 'unreachable', 'too-large'] as const)('%s', async (fault) => {
    const { host, desk } = await opened('page');
    const { fetcher } = desk.ports;
    desk.ports.fetcher = desk.fetcher;
    host.fault = fault;

    expect(await desk.poll(host)).toMatchObject({ failure: { reason: fault }, newItems: 0 });
    desk.ports.fetcher = fetcher;
    host.fault = null;
    await desk.poll(host);
    expect(desk.told(host)).toEqual([[31]]);
  });
});

it.each(Object.keys(failureAdvice) as FailureReason[])(
  'of "%s" people are told in both languages what it is and what to do',
  (reason) => {
    for (const language of ['en', 'zh'] as const) {
      expect(messageTexts[language].failures[reason]).not.toBe('');
      expect(commandTexts[language].source.advice[reason]).toMatch(language === 'zh' ? /。$/ : /\.$/);
    }
  },
);
