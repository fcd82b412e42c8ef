import { readFileSync } from 'node:fs';

/** Linux counts the processor time of a process in hundredths of a second, on every machine. */
const tick = 10;

/** Calls `giveUp` once a process has computed for so many milliseconds more; never where nobody counts them. */
export function watchEffort(
  pid: number | undefined,
  effort: number,
  giveUp: () => void,
): NodeJS.Timeout | undefined {
  const before = pid === undefined ? null : effortOf(pid);
  if (pid === undefined || before === null) return undefined;
  return setInterval(() => {
    // Null once it has ended, which its own events tell.
    const now = effortOf(pid);
    if (now !== null && now - before > effort) giveUp();
  }, 50);
}

/** Milliseconds of processor time; null where there is no such process, or no such system (proc(5), stat). */
export function effortOf(pid: number): number | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return null;
  }
  // Behind the name, which may hold anything: state is the third field, user and system time the 14th and 15th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tick;
}
