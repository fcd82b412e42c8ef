import type { Clock } from '../../../src/ops/clock.ts';

const DISCORD_EPOCH = 1_420_070_400_000;

/**
 * Makes ids as Discord does: milliseconds since 2015 in the upper bits, so that later ids are larger.
 * A clock that stands still, or goes back, still gets rising ids.
 * @see https://discord.com/developers/docs/reference#snowflakes
 */
export function snowflakes(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const earliest = BigInt(clock.now() - DISCORD_EPOCH) << 22n;
    last = earliest > last ? earliest : last + 1n;
    return String(last);
  };
}

export function isNewer(id: string, than: string): boolean {
  return BigInt(id) > BigInt(than);
}
