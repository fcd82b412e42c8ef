import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { HOUR, MINUTE } from '../src/domain/moment.ts';
import { type Monitoring, openMonitoring } from '../src/monitoring.ts';
import { EndpointError } from '../src/ops/endpoint.ts';
import { silentLog } from '../src/ops/log.ts';
import { type Desk, openDesk } from './fakes/desk.ts';
import { type Host, openHost } from './fakes/hosts.ts';
import { fair, notice } from './fakes/notices.ts';

interface Watched {
  host: Host;
  desk: Desk;
  monitoring: Monitoring;
  ask(path: string): Promise<{ status: number; text: string }>;
}

async function watched(): Promise<Watched> {
  const host = openHost('trade', 'page');
  const desk = await openDesk([host]);
  host.posts = [fair(1, desk.clock.now() - HOUR)];
  const monitoring = await openMonitoring({ ...desk, log: silentLog }, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => monitoring.close());
  return {
    ...{ host, desk, monitoring },
    async ask(path) {
      const response = await fetch(`http://127.0.0.1:${monitoring.port}${path}`);
      return { status: response.status, text: await response.text() };
    },
  };
}

it('counts polls and messages, and says how old the last read is', async () => {
  const { host, desk, monitoring, ask } = await watched();
  monitoring.polled(await desk.poll(host));
  host.posts.unshift(notice(2, desk.clock.now()));
  monitoring.polled(await desk.poll(host));
  host.fault = 521;
  monitoring.polled(await desk.poll(host));
  await desk.clock.advance(MINUTE);

  const { status, text } = await ask('/metrics');

  expect(status).toBe(200);
  for (const line of [
    'wire_polls_total{outcome="rows",reason=""} 2',
    'wire_polls_total{outcome="failed",reason="challenge"} 1',
    'wire_poll_seconds_count 3',
    'wire_source_last_success_age_seconds{source="xx-trade"} 60',
    'wire_source_rows{source="xx-trade"} 2',
    'wire_source_failures{source="xx-trade"} 1',
    'wire_sources{state="reading"} 1',
    'wire_deliveries{state="sent"} 1',
    'wire_queue 0',
  ])
    expect(text.split('\n')).toContain(line);
  expect(text).toContain('process_resident_memory_bytes');
});

it('is ready while nothing is blind, and live while polls go on', async () => {
  const { host, desk, monitoring, ask } = await watched();
  await desk.poll(host);
  expect(await ask('/health')).toMatchObject({
    status: 200,
    text: expect.stringContaining('"verdict":"normal"'),
  });

  host.fault = 'dns';
  for (let failure = 0; failure < 3; failure++) {
    await desk.poll(host);
    await desk.clock.advance(20 * MINUTE);
  }
  await desk.poll(host);
  monitoring.turned();
  expect(await ask('/health/live')).toMatchObject({ status: 200 });
  expect(await ask('/health/ready')).toMatchObject({
    status: 503,
    text: expect.stringContaining('"blind":["xx-trade"]'),
  });

  host.fault = null;
  await desk.poll(host);
  await desk.clock.advance(6 * MINUTE);
  expect(await ask('/health/ready')).toMatchObject({ status: 200 });
  expect(await ask('/health/live')).toMatchObject({ status: 503 });
  expect(await ask('/health')).toMatchObject({ status: 503 });
});

it('answers nothing else, and 500 where it cannot', async () => {
  const { desk, ask } = await watched();
  expect(await ask('/')).toEqual({ status: 404, text: '' });
  expect(await ask('/constructor')).toEqual({ status: 404, text: '' });
  await desk.db.schema.dropTable('authorities').execute();
  expect(await ask('/health')).toEqual({ status: 500, text: '' });
});

it('says in one sentence that its port is taken', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as AddressInfo;
  const desk = await openDesk([]);

  const opening = openMonitoring({ ...desk, log: silentLog }, { host: '127.0.0.1', port });

  await expect(opening).rejects.toThrow(EndpointError);
  await expect(opening).rejects.toThrow(/^METRICS_PORT: 127\.0\.0\.1:\d+ cannot be listened on \(.+\)\.$/);
});
