import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { actions, kinds, tiers } from '../../src/domain/facts.ts';
import { type Filter, filterNames } from '../../src/domain/filter.ts';
import { type Manners, weekdays } from '../../src/domain/manners.ts';
import { markets, messageLanguages, type Subscription } from '../../src/domain/subscription.ts';

const clock = z.string().regex(/^\d{2}:\d{2}$/);
const names = z.array(z.string());

/** All that decides what is told, where and how. It outlives a restart among the cursors. */
export const Wanted = z.object({
  /** The watch that is to be so; null: a new one. */
  id: z.int().nullable(),
  channelId: z.string(),
  authorities: names,
  tiers: z.array(z.enum(tiers)),
  kinds: z.array(z.enum(kinds)),
  actions: z.array(z.enum(actions)),
  goods: names,
  destinations: names,
  sources: names,
  sourceLanguages: names,
  words: names,
  roleId: z.string().nullable(),
  language: z.enum(messageLanguages),
  market: z.enum(markets),
  digest: z
    .union([
      z.object({ every: z.literal('day'), at: clock }),
      z.object({ every: z.literal('week'), on: z.literal(weekdays), at: clock }),
    ])
    .nullable(),
  quiet: z.object({ from: clock, until: clock, exceptDecisions: z.boolean() }).nullable(),
  threads: z.boolean(),
});
export type Wanted = { id: number | null } & Filter &
  Manners &
  Pick<Subscription, 'channelId' | 'roleId' | 'language' | 'market'>;
Wanted satisfies z.ZodType<Wanted>;

const manners = ['roleId', 'language', 'market', 'digest', 'quiet', 'threads'] as const;
const heard = [...filterNames, 'channelId'] as const;

type Told = Omit<Wanted, 'id'>;

/** Whether the same is told in the same channel and the same way. */
export function tellsTheSame(one: Told, other: Told): boolean {
  return hearsTheSame(one, other) && sameIn(manners, one, other);
}

/** Whether the same is told in the same channel, in whatever way. */
export function hearsTheSame(one: Told, other: Told): boolean {
  return sameIn(heard, one, other);
}

function sameIn(names: readonly (keyof Told)[], one: Told, other: Told): boolean {
  return names.every((name) => isDeepStrictEqual(one[name], other[name]));
}

/** A watch as it stands. */
export function wantedOf(watch: Subscription): Wanted {
  const { guildId: _, pausedAt, parked, since, createdAt, createdBy, ...wanted } = watch;
  return wanted;
}
