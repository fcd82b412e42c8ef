import type { Facts } from '../domain/facts.ts';

/** What is stated, and only that: "action approve; goods helium, neon". */
export function factsText(facts: Facts): string {
  return Object.entries(facts)
    .filter(([, value]) => value !== null && (!Array.isArray(value) || value.length > 0))
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(', ') : value}`)
    .join('; ');
}
