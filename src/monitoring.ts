import { type Instant, MINUTE } from './domain/moment.ts';
import type { Installation } from './installation.ts';
import { type Answer, type Endpoint, openEndpoint } from './ops/endpoint.ts';
import { createMetrics } from './ops/metrics.ts';
import type { Polled } from './pipeline/poll.ts';
import { countDeliveries } from './store/outbox.ts';
import { enabledSources } from './store/sources.ts';
import { readHealth } from './store/status.ts';

/** The loop that polls comes round every half minute; without a turn for this long it hangs. */
const hangsAfter = 5 * MINUTE;

export interface Monitoring extends Endpoint {
  polled(polled: Polled): void;
  /** The loop that polls has come round. */
  turned(): void;
}

/**
 * What monitoring sees of a running bot: `/metrics` for Prometheus; `/health/live`, whether polls go on;
 * `/health/ready`, whether nothing is blind; `/health`, both.
 */
export async function openMonitoring(
  { db, clock, log }: Pick<Installation, 'db' | 'clock' | 'log'>,
  address: { host: string; port: number },
): Promise<Monitoring> {
  const metrics = createMetrics();
  let turnedAt: Instant = clock.now();

  async function standing() {
    const now = clock.now();
    const states = new Map((await readHealth(db, now)).sources.map(({ id, state }) => [id, state]));
    const sources = (await enabledSources(db)).map(({ id, lastSuccessAt, rows, failures }) => ({
      ...{ id, lastSuccessAt, rows, failures },
      state: states.get(id) ?? 'unread',
    }));
    return { now, sources, deliveries: await countDeliveries(db) };
  }

  async function health(asks: (state: { live: boolean; ready: boolean }) => boolean): Promise<Answer> {
    const now = clock.now();
    const { verdict, uncovered, lastReadAt } = await readHealth(db, now);
    const state = { live: now - turnedAt < hangsAfter, ready: verdict !== 'blind' };
    const body = `${JSON.stringify({ ...state, verdict, blind: uncovered, lastReadAt })}\n`;
    return { status: asks(state) ? 200 : 503, type: 'application/json', body };
  }

  const endpoint = await openEndpoint(
    address,
    {
      '/metrics': async () => ({
        status: 200,
        type: metrics.contentType,
        body: await metrics.text(await standing()),
      }),
      '/health': () => health(({ live, ready }) => live && ready),
      '/health/live': () => health(({ live }) => live),
      '/health/ready': () => health(({ ready }) => ready),
    },
    log,
  );
  return {
    ...endpoint,
    polled: ({ listing, failure, took }) =>
      metrics.polled({ outcome: listing, reason: failure?.reason ?? null, took }),
    turned() {
      turnedAt = clock.now();
    },
  };
}
