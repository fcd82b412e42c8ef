import { DiscordAPIError } from 'discord.js';
import { expect, it } from 'vitest';
import { outcomeOf } from '../../src/discord/outcome.ts';

const coded = (code: string) => Object.assign(new Error('no luck'), { code });

it.each`
  code                         | operation  | outcome
  ${'ECONNREFUSED'}            | ${'send'}  | ${'later'}
  ${'ENOTFOUND'}               | ${'reply'} | ${'later'}
  ${'EAI_AGAIN'}               | ${'send'}  | ${'later'}
  ${'UND_ERR_CONNECT_TIMEOUT'} | ${'send'}  | ${'later'}
  ${'ECONNRESET'}              | ${'send'}  | ${'unknown'}
  ${'UND_ERR_SOCKET'}          | ${'reply'} | ${'unknown'}
  ${'UND_ERR_HEADERS_TIMEOUT'} | ${'send'}  | ${'unknown'}
  ${'UND_ERR_SOCKET'}          | ${'edit'}  | ${'later'}
`('takes $code of a $operation for $outcome', ({ code, operation, outcome }) => {
  expect(outcomeOf(coded(code), operation)).toMatchObject({ outcome, error: `no luck (${code})` });
});

it('does not know what an aborted request has done', () => {
  const aborted = new DOMException('This operation was aborted', 'AbortError');

  expect(outcomeOf(aborted, 'send')).toMatchObject({ outcome: 'unknown' });
});

it('takes a refusal without one of Discord’s codes for a passing one, as a proxy makes it', () => {
  const error = new DiscordAPIError(
    { message: 'blocked', code: undefined as never },
    undefined as never,
    403,
    'POST',
    'https://discord.invalid',
    {},
  );

  expect(outcomeOf(error, 'send')).toMatchObject({ outcome: 'later' });
});
