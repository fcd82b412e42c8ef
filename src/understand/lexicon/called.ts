import { fold } from '../fold.ts';
import { type Good, goods } from './goods.ts';

/** Whether a person means this good: its name in English or Chinese, or its chemical symbol. */
export function isCalled({ name, zh, symbol }: Good, written: string): boolean {
  return [name, zh, symbol].some((called) => called?.toLowerCase() === written.toLowerCase());
}

/** The good that a person means; undefined for what the lexicon does not know. */
export function goodCalled(written: string): Good | undefined {
  return goods.find((good) => isCalled(good, written));
}

/** The good of this name in English or Chinese, in either script; symbols are words too, and do not count. */
export function goodNamed(written: string): Good | undefined {
  const name = fold(written).toLowerCase();
  return goods.find((good) => good.name === name || good.zh === name);
}
