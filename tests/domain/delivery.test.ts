import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nonceOf } from '../../src/domain/delivery.ts';

/** As both kinds of id are made: base64url or digits, never a slash. */
const id = fc.stringMatching(/^[\w-]{1,40}$/);

describe('a nonce', () => {
  it('is one that Discord takes, and always the same for the same Delivery', () => {
    fc.assert(
      fc.property(id, id, (installation, delivery) => {
        const nonce = nonceOf(installation, delivery);

        expect(nonce).toMatch(/^[\w-]{16,25}$/);
        expect(nonceOf(installation, delivery)).toBe(nonce);
      }),
    );
  });

  it('is another for another Delivery, and in another installation', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(id, id), { selector: String, minLength: 2 }), (pairs) => {
        const nonces = pairs.map(([installation, delivery]) => nonceOf(installation, delivery));

        expect(new Set(nonces).size).toBe(pairs.length);
      }),
    );
  });

  it('does not change between versions: a Delivery may be sent by the next one', () => {
    expect(nonceOf('installation', '17')).toBe('olXuuOESL3WRHsPw-IbFKfGd');
  });
});
