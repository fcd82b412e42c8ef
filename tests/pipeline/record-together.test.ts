import { expect, it, vi } from 'vitest';
import { MINUTE } from '../../src/domain/moment.ts';
import type { Batch, Listing } from '../../src/pipeline/batch.ts';
import { recordTogether } from '../../src/pipeline/record-together.ts';
import { type Claim, claimDue, claimSource, LeaseLost, voidLeases } from '../../src/store/sources.ts';
import { type Desk, openDesk } from '../fakes/desk.ts';
import { openHost } from '../fakes/hosts.ts';

const hosts = ['harbour', 'mines', 'gazette'].map((name) => openHost(name, 'feed'));

async function openClaimed(): Promise<{ desk: Desk; claims: Claim[] }> {
  const desk = await openDesk(hosts);
  const now = desk.clock.now();
  return { desk, claims: await claimDue(desk.db, now, now + MINUTE, hosts.length) };
}

/** What a poll that found nothing leaves to be recorded. */
function nothingNew({ ports, clock }: Desk, { lease, state }: Claim, listing: Listing): Batch {
  const source = ports.sources.get(lease.sourceId);
  if (!source) throw new Error(`${lease.sourceId} is not read`);
  const now = clock.now();
  return {
    ...{ source, lease, state, listing, now, nextPollAt: now + 5 * MINUTE },
    ...{ observations: [], articlesGone: false, renamed: [] },
  };
}

const failed: Listing = { outcome: 'failed', reason: 'timeout', detail: 'no answer' };

it('commits polls that end together in one transaction, each with its own outcome', async () => {
  const { desk, claims } = await openClaimed();
  const transactions = vi.spyOn(desk.db, 'transaction');
  const record = recordTogether(desk.db);

  await Promise.all(
    claims.map((claim, n) => record(nothingNew(desk, claim, n === 0 ? failed : { outcome: 'unchanged' }))),
  );

  expect(transactions).toHaveBeenCalledTimes(1);
  const states = await Promise.all(hosts.map((host) => desk.state(host)));
  const ofFirst = claims[0]?.lease.sourceId;
  for (const { id, leaseUntil, nextPollAt, failures, lastSuccessAt } of states) {
    expect({ leaseUntil, nextPollAt }).toEqual({ leaseUntil: 0, nextPollAt: desk.clock.now() + 5 * MINUTE });
    expect({ failures, lastSuccessAt }).toEqual(
      id === ofFirst
        ? { failures: 1, lastSuccessAt: null }
        : { failures: 0, lastSuccessAt: desk.clock.now() },
    );
  }
});

it('lets nobody else pay for a lease that was lost', async () => {
  const { desk, claims } = await openClaimed();
  const [lost] = claims;
  if (!lost) throw new Error('nothing was claimed');
  const record = recordTogether(desk.db);
  const takeOver = async () => {
    await voidLeases(desk.db);
    return claimSource(desk.db, desk.clock.now(), desk.clock.now() + MINUTE, lost.lease.sourceId);
  };
  const successor = await takeOver();

  const outcomes = await Promise.allSettled(
    claims.map((claim) => record(nothingNew(desk, claim, { outcome: 'unchanged' }))),
  );

  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(outcomes[0]).toMatchObject({ reason: expect.any(LeaseLost) });
  const states = await Promise.all(hosts.map((host) => desk.state(host)));
  expect(states.filter(({ lastSuccessAt }) => lastSuccessAt === null)).toEqual([successor?.state]);
});

it('tells a poll why it could not be recorded', async () => {
  const { desk, claims } = await openClaimed();
  const [claim] = claims;
  if (!claim) throw new Error('nothing was claimed');
  const failing = vi.spyOn(desk.db, 'transaction').mockImplementation(() => {
    throw new Error('the disk is full');
  });

  const recorded = recordTogether(desk.db)(nothingNew(desk, claim, { outcome: 'unchanged' }));

  await expect(recorded).rejects.toThrow('the disk is full');
  failing.mockRestore();
  expect(await desk.db.selectFrom('sources').select('id').where('leaseUntil', '>', 0).execute()).toHaveLength(
    3,
  );
});
