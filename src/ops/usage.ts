import { readFileSync } from 'node:fs';

/** Linux counts the processor time of a process in hundredths of a second, on every machine. */
const tick = 10;

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

/** Of memory, on all systems that Node supports and that have /proc. */
const pageBytes = 4096;

/** What a process holds in memory; 0 where there is no such process, or no such system (proc(5), statm). */
export function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * pageBytes;
  } catch {
    return 0;
  }
}
