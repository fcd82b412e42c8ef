import { describe, expect, it } from 'vitest';
import { type FailureReason, failureAdvice, ReadFailure } from '../../src/domain/failure.ts';

const reasons = Object.keys(failureAdvice) as FailureReason[];

describe('the advice for a failure', () => {
  it.each(reasons)('of the kind "%s" is one or two whole sentences', (reason) => {
    const sentences = failureAdvice[reason].split(/(?<=\.) /);

    expect(sentences.length).toBeLessThanOrEqual(2);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^.]+\.$/);
  });

  it('is given by each failure itself', () => {
    const cause = new Error('socket closed');
    const failure = new ReadFailure('timeout', 'https://trade.example did not answer', { cause });

    expect(failure).toMatchObject({ reason: 'timeout', cause, advice: failureAdvice.timeout });
    expect(failure.status).toBeUndefined();
    expect(failure.retryAfter).toBeUndefined();
  });
});

it('a failure says in one line what it quotes from a page, and nothing that a terminal would obey', () => {
  const failure = new ReadFailure('mojibake', 'gave "\u001b[2J???\n\u009b31m???"');

  expect(failure.message).toBe('gave " [2J??? 31m???"');
});
