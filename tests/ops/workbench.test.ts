import { expect, it, onTestFinished } from 'vitest';
import { createWorkbench, type WorkbenchLimits } from '../../src/ops/workbench.ts';

/** For the length of one test. */
function open(limits: Partial<WorkbenchLimits> = {}) {
  const module = new URL('./bench-hand.ts', import.meta.url);
  const workbench = createWorkbench<string, string>(module, {
    ...{ deadline: 60_000, heap: 64, idle: 60_000 },
    ...limits,
  });
  onTestFinished(() => workbench.close());
  return workbench;
}

const pidIn = (outcome: string) => outcome.split(':')[0];

it('does one job after the other in one process', async () => {
  const { run } = open();

  const [one, other] = await Promise.all([run('a'), run('b')]);

  expect(one).toMatch(/: a$/);
  expect(other).toBe(`${pidIn(one)}: b`);
});

it('gives each job a process of its own where none may stay', async () => {
  const { run } = open({ idle: 0 });

  const [one, other] = await Promise.all([run('a'), run('b')]);

  expect(pidIn(one)).not.toBe(pidIn(other));
});

it('calls off the job at hand with its process, and those that wait without', async () => {
  const { run } = open();
  const before = await run('a');
  const [thought, waiting] = [new AbortController(), new AbortController()];
  const outcomes = Promise.allSettled([
    run('think', thought.signal),
    run('b', waiting.signal),
    run('c', AbortSignal.timeout(60_000)),
  ]);

  waiting.abort(new Error('no longer wanted'));
  thought.abort(new Error('enough of it'));

  const [first, second, third] = await outcomes;
  expect(first).toMatchObject({ reason: { message: 'enough of it' } });
  expect(second).toMatchObject({ reason: { message: 'no longer wanted' } });
  expect(third).toMatchObject({ value: expect.stringMatching(/: c$/) });
  expect(JSON.stringify(third)).not.toContain(`"${pidIn(before)}:`);
});

it('says what a job was stopped for, and goes on with the next', async () => {
  const { run } = open({ deadline: 5000 });

  const outcomes = await Promise.allSettled([run('leave'), run('think'), run('a')]);

  expect(outcomes).toMatchObject([
    { reason: { name: 'Stopped', reason: 'ended', message: 'its process ended by itself (status 3)' } },
    { reason: { name: 'Stopped', reason: 'too-slow' } },
    { value: expect.stringMatching(/: a$/) },
  ]);
});

it('takes nothing more once it is closed', async () => {
  const workbench = open();
  const pending = workbench.run('think');
  const rejected = expect(pending).rejects.toThrow('was closed');

  await workbench.close();

  await rejected;
  await expect(workbench.run('a')).rejects.toThrow('was closed');
});
