import { describe, expect, it } from 'vitest';
import { networkFailure, parseRetryAfter, reasonOfStatus, statusLine } from '../../src/fetch/failures.ts';

it.each`
  status | reason
  ${200} | ${undefined}
  ${304} | ${undefined}
  ${400} | ${'refused'}
  ${401} | ${'refused'}
  ${403} | ${'refused'}
  ${404} | ${'not-found'}
  ${405} | ${'refused'}
  ${408} | ${'timeout'}
  ${410} | ${'not-found'}
  ${412} | ${'challenge'}
  ${429} | ${'too-many-requests'}
  ${451} | ${'refused'}
  ${500} | ${'server-error'}
  ${502} | ${'server-error'}
  ${503} | ${'server-error'}
  ${521} | ${'challenge'}
  ${599} | ${'server-error'}
`('a status of $status means $reason', ({ status, reason }) => {
  expect(reasonOfStatus(status)).toBe(reason);
});

it('names a status where it has a name', () => {
  expect([statusLine(404), statusLine(521)]).toEqual(['404 Not Found', '521']);
});

describe('Retry-After', () => {
  const now = Date.UTC(2031, 4, 6, 8, 0, 0);

  it.each`
    value                              | ms
    ${undefined}                       | ${undefined}
    ${'0'}                             | ${0}
    ${'120'}                           | ${120_000}
    ${' 7 '}                           | ${7000}
    ${'Tue, 06 May 2031 08:01:30 GMT'} | ${90_000}
    ${'Tue, 06 May 2031 07:00:00 GMT'} | ${0}
    ${'-1'}                            | ${undefined}
    ${'soon'}                          | ${undefined}
    ${''}                              | ${undefined}
  `('"$value" is a wait of $ms ms', ({ value, ms }) => {
    expect(parseRetryAfter(value, now)).toBe(ms);
  });
});

describe('an error of the network', () => {
  it.each`
    code                                 | reason
    ${'ENOTFOUND'}                       | ${'dns'}
    ${'EAI_AGAIN'}                       | ${'dns'}
    ${'ECONNREFUSED'}                    | ${'unreachable'}
    ${'ECONNRESET'}                      | ${'unreachable'}
    ${'EHOSTUNREACH'}                    | ${'unreachable'}
    ${'UND_ERR_SOCKET'}                  | ${'unreachable'}
    ${'ETIMEDOUT'}                       | ${'timeout'}
    ${'UND_ERR_CONNECT_TIMEOUT'}         | ${'timeout'}
    ${'CERT_HAS_EXPIRED'}                | ${'tls'}
    ${'DEPTH_ZERO_SELF_SIGNED_CERT'}     | ${'tls'}
    ${'UNABLE_TO_VERIFY_LEAF_SIGNATURE'} | ${'tls'}
    ${'ERR_TLS_CERT_ALTNAME_INVALID'}    | ${'tls'}
    ${'EPROTO'}                          | ${'tls'}
    ${'HPE_INVALID_CONSTANT'}            | ${'malformed'}
    ${'UND_ERR_HEADERS_OVERFLOW'}        | ${'malformed'}
  `('$code means $reason', ({ code, reason }) => {
    const error = Object.assign(new Error('x'), { code });

    expect(networkFailure(error, 'https://ministry.example/')).toMatchObject({
      reason,
      cause: error,
      message: expect.stringContaining(`https://ministry.example/`),
    });
  });

  it.each([
    Object.assign(new Error('bad header'), { code: 'UND_ERR_INVALID_ARG' }),
    Object.assign(new TypeError('bad header'), { code: 'ERR_INVALID_CHAR' }),
    new TypeError('undefined is not a function'),
    'a string',
  ])('is not what a mistake of ours is: %s', (error) => {
    expect(networkFailure(error, 'https://ministry.example/')).toBeUndefined();
  });
});
