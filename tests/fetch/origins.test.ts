import { describe, expect, it } from 'vitest';
import { createOrigins, parseUrl } from '../../src/fetch/origins.ts';
import { failureOf } from './support.ts';

const origins = createOrigins(
  new Map([
    ['https://www.ministry.example', 'http://127.0.0.1:8081'],
    ['https://customs.example', 'http://127.0.0.1:8082'],
    ['https://old.customs.example', 'http://127.0.0.1:8082'],
  ]),
);

it.each`
  logical                                         | physical
  ${'https://www.ministry.example/a/b?c=1&c=%20'} | ${'http://127.0.0.1:8081/a/b?c=1&c=%20'}
  ${'https://www.ministry.example//10.0.0.1/x'}   | ${'http://127.0.0.1:8081//10.0.0.1/x'}
  ${'http://www.ministry.example/'}               | ${'http://www.ministry.example/'}
  ${'https://elsewhere.example/'}                 | ${'https://elsewhere.example/'}
`('$logical is read from $physical', ({ logical, physical }) => {
  expect(origins.toPhysical(new URL(logical)).href).toBe(physical);
});

describe('a Location header', () => {
  it.each`
    at                                 | location                           | logical
    ${'https://www.ministry.example/'} | ${'/list?page=2'}                  | ${'https://www.ministry.example/list?page=2'}
    ${'https://www.ministry.example/'} | ${'https://customs.example/x'}     | ${'https://customs.example/x'}
    ${'https://www.ministry.example/'} | ${'http://127.0.0.1:8081/x'}       | ${'https://www.ministry.example/x'}
    ${'https://www.ministry.example/'} | ${'http://127.0.0.1:8082/x'}       | ${'https://customs.example/x'}
    ${'https://old.customs.example/'}  | ${'http://127.0.0.1:8082/x'}       | ${'https://old.customs.example/x'}
    ${'https://www.ministry.example/'} | ${'//elsewhere.example/x'}         | ${'https://elsewhere.example/x'}
    ${'https://www.ministry.example/'} | ${'http://127.0.0.1:8083/private'} | ${'http://127.0.0.1:8083/private'}
  `('"$location" at $at means $logical', ({ at, location, logical }) => {
    expect(origins.resolve(location, new URL(at)).href).toBe(logical);
  });
});

it.each(['', 'ministry.example', 'http://', 'http://999.1.1.1/', 'http://[fe80::1%25eth0]/'])(
  'calls "%s" no address',
  async (text) => {
    const failure = await failureOf(() => parseUrl(text), 'unreachable');

    expect(failure.message).toBe(`"${text}" is not an address`);
  },
);
