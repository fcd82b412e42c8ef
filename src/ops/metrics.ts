import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { FailureReason } from '../domain/failure.ts';
import type { Instant } from '../domain/moment.ts';
import { SECOND } from '../domain/moment.ts';

/** How the installation stands at the moment of a question. */
export interface Standing {
  now: Instant;
  sources: {
    id: string;
    state: string;
    lastSuccessAt: Instant | null;
    rows: number | null;
    failures: number;
  }[];
  deliveries: { state: string; count: number }[];
}

/** One poll that ended. */
export interface PollFigures {
  outcome: string;
  reason: FailureReason | null;
  /** Milliseconds. */
  took: number;
}

export interface Metrics {
  polled(poll: PollFigures): void;
  /** In Prometheus' text format. */
  text(standing: Standing): Promise<string>;
  contentType: string;
}

/** What waits to be sent, or is being sent. */
const queued = new Set(['held', 'pending', 'sending']);

/** Figures for Prometheus, with those of the process. Each call makes a set of its own. */
export function createMetrics(): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const polls = new Counter({
    name: 'wire_polls_total',
    help: 'Polls, by what became of the listing and why it failed',
    labelNames: ['outcome', 'reason'],
    registers,
  });
  const seconds = new Histogram({
    name: 'wire_poll_seconds',
    help: 'How long a poll took, articles included',
    buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300],
    registers,
  });
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name, help, labelNames, registers });
  const age = gauge('wire_source_last_success_age_seconds', 'Since a source was last read', 'source');
  const rows = gauge('wire_source_rows', "Rows on a source's first page", 'source');
  const failures = gauge('wire_source_failures', 'Failures of a source in a row', 'source');
  const sources = gauge('wire_sources', 'Sources by state', 'state');
  const deliveries = gauge('wire_deliveries', 'Messages by state', 'state');
  const queue = gauge('wire_queue', 'Messages that wait to be sent');

  function show(standing: Standing): void {
    for (const each of [age, rows, failures, sources, deliveries]) each.reset();
    for (const source of standing.sources) {
      const label = { source: source.id };
      sources.inc({ state: source.state });
      failures.set(label, source.failures);
      if (source.rows !== null) rows.set(label, source.rows);
      if (source.lastSuccessAt !== null) age.set(label, (standing.now - source.lastSuccessAt) / SECOND);
    }
    for (const { state, count } of standing.deliveries) deliveries.set({ state }, count);
    const waiting = standing.deliveries.filter(({ state }) => queued.has(state));
    queue.set(waiting.reduce((sum, { count }) => sum + count, 0));
  }

  return {
    polled({ outcome, reason, took }) {
      polls.inc({ outcome, reason: reason ?? '' });
      seconds.observe(took / SECOND);
    },
    text(standing) {
      show(standing);
      return register.metrics();
    },
    contentType: register.contentType,
  };
}
