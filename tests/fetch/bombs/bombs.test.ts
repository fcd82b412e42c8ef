import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { platform } from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureAdvice } from '../../../src/domain/failure.ts';
import { type Attack, attacks, openHostileSite } from './hostile.ts';
import type { Order, Report } from './victim.ts';

const names: readonly string[] = ['read', ...Object.keys(failureAdvice)];

/** What a new process may have behind it before its memory says nothing of the case at hand. */
const perVictim = 8;

const numbered = attacks.map((attack, number) => ({ ...attack, number }));
const batches = Array.from({ length: Math.ceil(numbered.length / perVictim) }, (_, at) =>
  numbered.slice(at * perVictim, (at + 1) * perVictim),
);

let site: Awaited<ReturnType<typeof openHostileSite>>;
beforeAll(async () => {
  site = await openHostileSite();
});
afterAll(() => site.close());

// What a process has used is read from /proc.
describe.runIf(platform === 'linux').each(batches.map((batch) => ({ batch })))(
  'a program that is sent bombs survives',
  ({ batch }) => {
    let victim: ChildProcess;
    beforeAll(async () => {
      victim = fork(new URL('./victim.ts', import.meta.url), { execArgv: ['--expose-gc'] });
      await once(victim, 'message');
    });
    afterAll(() => void victim.kill());

    async function read({ as, number }: Attack & { number: number }): Promise<Report> {
      const order: Order = { url: `${site.origin}/${number}`, as };
      victim.send(order);
      const [report] = (await once(victim, 'message')) as [Report];
      return report;
    }

    it.each(batch)('$name, read as $as', async (attack) => {
      const { outcome, cpu, memory } = await read(attack);

      if (attack.ends === 'any') expect(names).toContain(outcome);
      else expect(outcome).toBe(attack.ends);
      expect(cpu, 'milliseconds of processor time').toBeLessThan(2000);
      expect(memory, 'megabytes').toBeLessThan(200);
      expect(victim.exitCode).toBeNull();
    });
  },
);
