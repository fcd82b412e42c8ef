import { DAY, HOUR, type Instant, MINUTE } from '../../src/domain/moment.ts';
import { addressOf, type Fault, type Host, type Kind, openHost, type Post } from '../fakes/hosts.ts';
import { fair, notice } from '../fakes/notices.ts';

/** What was published, and whether it is to be told. */
export interface Published {
  host: Host;
  /** `old`: dated months back, it surfaces in bulk. `before`: it stood there when reading began. */
  as: 'notice' | 'other' | 'old' | 'before';
  edited: boolean;
}

/** Something that happens at a host. */
export interface Happening {
  at: Instant;
  happen(now: Instant): void;
}

/** Invented ministries, and all that will happen at them, in order. */
export interface World {
  hosts: Host[];
  /** By address. */
  published: Map<string, Published>;
  happenings: Happening[];
  /** How often each fault and each happening occurs. */
  counts: Map<string, number>;
}

export interface WorldSize {
  hosts: number;
  days: number;
  seed: number;
  start: Instant;
}

const kinds: readonly Kind[] = ['feed', 'page', 'jpaas', 'portal'];

/** Each ends by itself; which kinds of listing it concerns. */
const faults: readonly [fault: Fault, kinds: readonly Kind[]][] = [
  ...(['dns', 'tls', 'timeout', 'unreachable', 'too-large', 403, 404, 410, 412, 429, 500, 521] as const).map(
    (fault): [Fault, readonly Kind[]] => [fault, kinds],
  ),
  ...(['captcha', 'script-cookie', 'home-page', 'nothing', 'too-deep', 'wrong-type'] as const).map(
    (fault): [Fault, readonly Kind[]] => [fault, kinds],
  ),
  ...(
    ['no-rows', 'question-marks', 'mojibake', 'articles-fail', 'articles-gone', 'articles-home-page'] as const
  ).map((fault): [Fault, readonly Kind[]] => [fault, kinds]),
  ['redesigned', ['page', 'jpaas']],
  ['refused-unit', ['jpaas']],
  ['broken-off', ['feed', 'portal']],
  ['page-repeats', ['jpaas', 'portal']],
  ['always-not-modified', ['feed', 'page', 'jpaas']],
];

/** Nothing happens in the last of the days: a site may lie for one, and the longest backoff is seven hours. */
const quietDays = 1.3;

/** The same for the same seed. */
export function openWorld({ hosts, days, seed, start }: WorldSize): World {
  const world: World = { hosts: [], published: new Map(), happenings: [], counts: new Map() };
  const random = randomFrom(seed);
  for (let number = 0; number < hosts; number++) {
    const host = openHost(`host-${number}`, kinds[number % kinds.length] ?? 'feed');
    world.hosts.push(host);
    const stage: Stage = { host, world, random, serial: 0, start, span: (days - quietDays) * DAY };
    // A baseline that reaches years back, so that what surfaces later is no row that slid in.
    for (let back = 25; back > 0; back--) publish(stage, start - back * 35 * DAY, back % 5 === 0, 'before');
    plan(stage, number, days);
  }
  world.happenings.sort((one, other) => one.at - other.at);
  return world;
}

/** One host while its future is made up. */
interface Stage {
  host: Host;
  world: World;
  random: () => number;
  serial: number;
  start: Instant;
  /** Milliseconds in which things happen. */
  span: number;
}

function plan(stage: Stage, number: number, days: number): void {
  const { host, random, world } = stage;
  for (let posts = 1 + Math.floor(random() * 2 * days); posts > 0; posts--) {
    const relevant = random() < 0.5;
    // Some are backdated, and lists are not always sorted.
    const back = random() < 0.2 ? 20 * HOUR : 0;
    const place = random() < 0.2 ? 3 : 0;
    at(stage, 'publishes', (now) =>
      publish(stage, now - back, relevant, relevant ? 'notice' : 'other', place),
    );
  }
  sometimes(stage, 0.6, 'edits a notice', () => {
    const post = host.posts.find((each) => world.published.get(addressOf(host, each))?.as === 'notice');
    const known = post && world.published.get(addressOf(host, post));
    if (!known) return;
    known.edited = true;
    post.title = `${post.title}（更新）`;
    post.paragraphs = [...post.paragraphs.slice(0, -1), '本公告自2031年6月1日起实施。'];
  });
  if (number % 5 === 1)
    at(stage, 'publishes more than a page at once', (now) => {
      for (let more = 25; more > 0; more--)
        publish(stage, now - more * MINUTE, more % 5 === 0, more % 5 === 0 ? 'notice' : 'other');
    });
  if (number % 8 === 5)
    at(stage, 'shows old pages in bulk', () => {
      for (let more = 0; more < 8; more++)
        publish(stage, stage.start - (100 + 9 * more) * DAY, true, 'old', 3);
    });
  if (host.kind === 'feed')
    sometimes(stage, 0.5, 'gives its entries other ids', () => {
      for (const post of host.posts) post.guid = `${post.guid}-again`;
    });
  if (host.kind === 'feed' || host.kind === 'page')
    sometimes(stage, 0.2, 'moves', () => {
      host.moved = 'redirects';
    });
  for (let times = Math.floor(random() * 9); times > 0; times--) breakOnce(stage);
}

function breakOnce(stage: Stage): void {
  const { host, random } = stage;
  const concerned = faults.filter(([, kinds]) => kinds.includes(host.kind));
  const [fault] = concerned[Math.floor(random() * concerned.length)] ?? ['dns' as const];
  // From minutes to most of a day.
  const lasts = 5 * MINUTE + random() ** 3 * 16 * HOUR;
  const begins = at(stage, `breaks: ${fault}`, () => {
    host.fault = fault;
  });
  stage.world.happenings.push({
    at: begins + lasts,
    happen() {
      if (host.fault === fault) host.fault = null;
    },
  });
}

function publish(stage: Stage, dated: Instant, relevant: boolean, as: Published['as'], place = 0): void {
  const { host, world } = stage;
  stage.serial += 1;
  const post: Post = (relevant ? notice : fair)(stage.serial, dated, host.source.id);
  host.posts.splice(place, 0, post);
  world.published.set(addressOf(host, post), { host, as, edited: false });
}

function sometimes(stage: Stage, chance: number, what: string, happen: Happening['happen']): void {
  if (stage.random() < chance) at(stage, what, happen);
}

/** Has something happen at some time of its own. */
function at({ world, random, start, span }: Stage, what: string, happen: Happening['happen']): Instant {
  const when = start + HOUR + Math.floor(random() * (span - HOUR));
  world.happenings.push({ at: when, happen });
  world.counts.set(what, (world.counts.get(what) ?? 0) + 1);
  return when;
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
