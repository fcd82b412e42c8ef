import type { AlertBody } from '../../src/domain/alert.ts';
import { DAY, type Instant, MINUTE } from '../../src/domain/moment.ts';
import { type Log, silentLog } from '../../src/ops/log.ts';
import { deliverDue, nextDeliveryAt } from '../../src/pipeline/deliver.ts';
import type { Polled } from '../../src/pipeline/poll.ts';
import { pollDue } from '../../src/pipeline/run.ts';
import type { SourceRow } from '../../src/store/schema.ts';
import { enabledSources, nextDueAt } from '../../src/store/sources.ts';
import { type Desk, deskOpensAt, setUpDesk } from '../fakes/desk.ts';
import { openWorld, randomFrom, type World, type WorldSize } from './world.ts';

/** What was told of one address, or of one authority. */
export interface Told {
  body: AlertBody;
  silent: boolean;
}

export interface Soaked {
  world: World;
  /** Every message that arrived, in order. */
  messages: Told[];
  states: Map<string, SourceRow>;
  /** What went wrong that is no failure of a source. */
  errors: unknown[];
  figures: { polls: number; failed: number; requests: number; items: number; reasons: Map<string, number> };
}

/** Lets the world happen, and the real poller and outbox read and tell it, from start to end. */
export async function soak(size: Omit<WorldSize, 'start'>): Promise<Soaked> {
  const world = openWorld({ ...size, start: deskOpensAt });
  const desk = await setUpDesk(world.hosts);
  const errors: unknown[] = [];
  desk.ports.log = reporting(errors);
  desk.ports.random = randomFrom(size.seed + 1);
  disturb(desk, randomFrom(size.seed + 2));
  const polled = await live(desk, world, deskOpensAt + size.days * DAY);

  const reasons = new Map<string, number>();
  for (const { failure } of polled)
    if (failure) reasons.set(failure.reason, (reasons.get(failure.reason) ?? 0) + 1);
  const { items } = await desk.db
    .selectFrom('items')
    .select((eb) => eb.fn.countAll<number>().as('items'))
    .executeTakeFirstOrThrow();
  const states = new Map((await enabledSources(desk.db)).map((state) => [state.id, state]));
  await desk.db.destroy();
  return {
    world,
    messages: desk.messenger.arrived.map(({ body, silent }) => ({ body, silent })),
    states,
    errors,
    figures: {
      polls: polled.length,
      failed: polled.filter(({ failure }) => failure).length,
      requests: desk.fetcher.requests,
      items,
      reasons,
    },
  };
}

async function live({ db, clock, ports, messenger }: Desk, world: World, end: Instant): Promise<Polled[]> {
  const outbox = { db, messenger, clock, log: ports.log };
  const { signal } = new AbortController();
  const polled: Polled[] = [];
  const ahead = [...world.happenings];
  while (clock.now() < end) {
    while (ahead[0] && ahead[0].at <= clock.now()) ahead.shift()?.happen(clock.now());
    for (let some = await pollDue(ports, signal); some.length > 0; some = await pollDue(ports, signal))
      polled.push(...some);
    await deliverDue(outbox);
    const next = [await nextDueAt(db), await nextDeliveryAt(outbox), ahead[0]?.at ?? null, end];
    const at = Math.min(...next.flatMap((each) => each ?? []));
    // What is due and was not done is tried again: a loop that stands still would never end.
    await clock.advance(Math.max(at - clock.now(), at <= clock.now() ? MINUTE : 0));
  }
  return polled;
}

/** Discord is slow or silent now and then, and the cache forgets. */
function disturb({ messenger, ports }: Desk, random: () => number): void {
  const deliver = messenger.deliver.bind(messenger);
  messenger.deliver = (outgoing) => {
    const luck = random();
    if (luck < 0.05) messenger.answer({ outcome: { outcome: 'later', after: MINUTE, error: 'busy' } });
    else if (luck < 0.1)
      messenger.answer({ outcome: { outcome: 'unknown', error: 'no answer' }, arrives: random() < 0.5 });
    return deliver(outgoing);
  };
  const { snapshots } = ports;
  ports.snapshots = {
    ...snapshots,
    get: (id) => (random() < 0.02 ? Promise.resolve(null) : snapshots.get(id)),
  };
}

function reporting(errors: unknown[]): Log {
  return Object.assign(Object.create(silentLog), { error: (fields: unknown) => errors.push(fields) });
}
