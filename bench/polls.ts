import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { DAY } from '../src/domain/moment.ts';
import type { Source } from '../src/domain/source.ts';
import type { Polled } from '../src/pipeline/poll.ts';
import type { Ports } from '../src/pipeline/ports.ts';
import { pollNow, runPolls } from '../src/pipeline/run.ts';
import { readerOf } from '../src/sources/readers/index.ts';
import { ensureArchive } from './archive.ts';
import { feedAt, openDesk, openMinistry } from './desk.ts';
import { cpuOf, percentile, report } from './report.ts';

/*
 * What a poll costs in time of the processor: one that finds nothing, as the bot's loop makes it, against bare requests, one that finds something
 * against the parsing of its feed, and both as the archive grows. `node bench/polls.ts [ITEMS]`.
 */

const [most = '1000000'] = process.argv.slice(2);
const hosts = 100;
const rounds = 20;
/** A bot runs for weeks: what it does all day has long been compiled. */
const warming = 40;

const ministry = await openMinistry();
const folder = mkdtempSync(join(tmpdir(), 'bench-polls-'));
const signal = new AbortController().signal;

/** The median of several runs, each beside one of bare requests, leaves out what a machine does besides. */
async function unchanged(): Promise<void> {
  const sources = Array.from({ length: hosts }, (_, n) =>
    feedAt(`same-${n}`, `http://same-${n}.example/same`),
  );
  const desk = await openDesk(join(folder, 'unchanged.db'), sources, ministry.port);
  const pool = new Pool(`http://127.0.0.1:${ministry.port}`);
  const bare = async () => {
    const headers = { 'if-none-match': '"1"' };
    const { body } = await pool.request({ path: '/same', method: 'GET', headers });
    await body.dump();
  };
  const pollAll = async () => {
    const done = new AbortController();
    let polled = 0;
    const onPolled = ({ listing }: Polled) => {
      if (listing === 'unchanged') polled += 1;
      if (polled === hosts) done.abort('done');
    };
    await runPolls(desk.ports, { signal: done.signal, onPolled });
  };
  const askAll = async () => {
    for (let n = 0; n < hosts; n += 1) await bare();
  };
  const askTogether = () => Promise.all(Array.from({ length: hosts }, bare));
  const makeDue = () => desk.ports.db.updateTable('sources').set({ nextPollAt: 0 }).execute();
  // The first time a listing is read, it is no unchanged one.
  for (const { id } of sources) await pollNow(desk.ports, id, signal);
  const ratios: number[] = [];
  const costs: number[] = [];
  const together: number[] = [];
  for (let round = 0; round < warming + rounds; round += 1) {
    await makeDue();
    const [polled, asked] = [await cpuOf(pollAll), await cpuOf(askAll)];
    // The first rounds are compiled, not measured.
    if (round < warming) continue;
    ratios.push(polled / asked);
    costs.push(polled / hosts);
    together.push(await cpuOf(askTogether));
  }
  await pool.close();
  await desk.close();
  const [cost, least] = [percentile(costs, 0.5), percentile(together, 0.5) / hosts];
  process.stdout.write(
    `  an unchanged poll takes ${cost.toFixed(3)} ms of the processor; a bare request, sent with ${hosts - 1} others at once, ${least.toFixed(3)} ms\n`,
  );
  report('an unchanged poll, against a bare request', percentile(ratios, 0.5), 3, 'times');
}

const changing = (n: number, name: string): Source =>
  feedAt(name, `http://${name}.example/feed?n=${n}&series=${name}`);

async function pollFrom(ports: Ports, source: Source): Promise<Polled> {
  const polled = await pollNow({ ...ports, sources: new Map([[source.id, source]]) }, source.id, signal);
  if (!polled) throw new Error(`${source.id} was not polled`);
  return polled;
}

/** Milliseconds for a feed with one new entry, from asking to the commit of its Delivery; and for its parsing alone. */
async function changed(file: string): Promise<{ polled: number; parsed: number }> {
  // Archives are used again: this authority is a new one every time.
  const name = `changing-${Date.now()}`;
  const desk = await openDesk(file, [changing(0, name)], ministry.port);
  const first = Math.floor(Date.now() / DAY) - rounds * 4;
  await pollFrom(desk.ports, changing(first, name));
  const polled: number[] = [];
  const parsed: number[] = [];
  for (let n = 1; n <= rounds * 4; n += 1) {
    const source = changing(first + n, name);
    const text = await (
      await fetch(`http://127.0.0.1:${ministry.port}/feed?n=${first + n}&series=${name}`)
    ).text();
    const parsing = await cpuOf(async () => void (await readerOf(source).parse(text, source, source.url)));
    const polling = await cpuOf(async () => {
      const { newItems, deliveries } = await pollFrom(desk.ports, source);
      if (newItems !== 1 || deliveries !== 1)
        throw new Error(`round ${n} found ${newItems} new items and made ${deliveries} deliveries`);
    });
    if (n <= rounds) continue;
    polled.push(polling);
    parsed.push(parsing);
  }
  await desk.close();
  return { polled: percentile(polled, 0.5), parsed: percentile(parsed, 0.5) };
}

await unchanged();

const small = join('data', 'bench-10000.db');
const large = join('data', `bench-${most}.db`);
await ensureArchive(small, 10_000);
await ensureArchive(large, Number(most));
const few = await changed(small);
const many = await changed(large);
process.stdout.write(
  `  a feed of 93 KB: parsed in ${few.parsed.toFixed(2)} ms, polled with one new item in ${few.polled.toFixed(2)} ms\n`,
);
report('a changed feed, beyond its parsing', few.polled - few.parsed, 1.5, 'ms');
report(`a changed feed at ${most} items, against 10000`, many.polled / few.polled, 1.2, 'times');

ministry.process.disconnect();
rmSync(folder, { recursive: true });
