/** Prints one measurement beside its budget. Over it, the process ends with status 1. */
export function report(what: string, measured: number, budget: number, unit: string): void {
  const kept = measured <= budget;
  if (!kept) process.exitCode = 1;
  const line = `${kept ? '✓' : '✗'} ${what}: ${measured.toFixed(2)} ${unit}, of at most ${budget} ${unit}`;
  process.stdout.write(`${line}\n`);
}

/** The value that this share of all is not above. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Milliseconds of the processor's time that some work took in this process. */
export async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
