import { Keyv, type KeyvOptions } from 'keyv';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** Some data, and stores upon it. */
export interface Backend {
  /** A store for one more Keyv; all of them share the data. They tell the time by `Date`. */
  store(): KeyvOptions['store'];
  close(): void;
}

/** What every store of Keyv must do; run once per store. */
export function keyvAdapterContract(name: string, open: () => Backend): void {
  describe(`Keyv on ${name}`, () => {
    const start = Date.parse('2031-03-13T08:00:00Z');
    let backend: Backend;
    /** Keyv's own check of expiry is off, so that the store's is what is tested. */
    const keyv = (namespace?: string) =>
      new Keyv({ store: backend.store(), checkExpired: false, ...(namespace && { namespace }) });

    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['Date'], now: start });
      backend = open();
    });
    afterEach(() => {
      backend.close();
      vi.useRealTimers();
    });

    async function entries(of: Keyv): Promise<[string, unknown][]> {
      const all: [string, unknown][] = [];
      for await (const [key, value] of of.iterator()) all.push([String(key), value]);
      return all.sort(([a], [b]) => (a < b ? -1 : 1));
    }

    test('gives back what was set, and the latest of it', async () => {
      const store = keyv();

      expect(await store.set('rare-earths', { rows: 20 })).toBe(true);
      expect(await store.set('rare-earths', { rows: 21, next: null })).toBe(true);

      expect(await store.get('rare-earths')).toEqual({ rows: 21, next: null });
    });

    test.each([
      ['text', '许可 “ok” '],
      ['text that begins like a mark of the serialiser', ':bigint:7'],
      ['an empty text', ''],
      ['zero', 0],
      ['no', false],
      ['null', null],
      ['a list', [1, 'two', { three: [3] }]],
      ['a BigInt', 2n ** 70n],
      ['bytes', Buffer.from([0, 255, 10, 13])],
      ['both, nested', { size: 9_007_199_254_740_993n, raw: [Buffer.from('镓')] }],
    ])('keeps %s as it is', async (_, value) => {
      const store = keyv();

      await store.set('key', value);

      expect(await store.get('key')).toEqual(value);
    });

    test('knows nothing of a key that was never set', async () => {
      const store = keyv();

      expect(await store.get('gallium')).toBeUndefined();
      expect(await store.has('gallium')).toBe(false);
      expect(await store.delete('gallium')).toBe(false);
    });

    test('tells a key set to undefined from one never set', async () => {
      const store = keyv();

      await store.set('gallium', undefined);

      expect(await store.get('gallium')).toBeUndefined();
      expect(await store.has('gallium')).toBe(true);
    });

    test.each(["it's", '"quoted"; drop table entries', '%', '稀土', ' ', '__proto__', 'a\nb'])(
      'takes the key %j',
      async (key) => {
        const store = keyv();

        await store.set(key, 'kept');

        expect(await store.get(key)).toBe('kept');
        expect(await entries(store)).toEqual([[key, 'kept']]);
      },
    );

    test('deletes one entry', async () => {
      const store = keyv();
      await store.set('a', 1);
      await store.set('b', 2);

      expect(await store.delete('a')).toBe(true);

      expect(await store.get('a')).toBeUndefined();
      expect(await store.get('b')).toBe(2);
    });

    test('sets, asks for and deletes many at once, in the order asked for', async () => {
      const store = keyv();

      const stored = await store.setMany([
        { key: 'a', value: 1 },
        { key: 'b', value: 2 },
        { key: 'c', value: 3 },
      ]);

      expect(stored).toEqual([true, true, true]);
      expect(await store.getMany(['c', 'never', 'a'])).toEqual([3, undefined, 1]);
      expect(await store.hasMany(['c', 'never', 'a'])).toEqual([true, false, true]);
      expect(await store.deleteMany(['a', 'never', 'c'])).toEqual([true, false, true]);
      expect(await entries(store)).toEqual([['b', 2]]);
    });

    test('takes the last of one key set twice at once', async () => {
      const store = keyv();

      await store.setMany([
        { key: 'a', value: 1 },
        { key: 'a', value: 2 },
      ]);

      expect(await store.get('a')).toBe(2);
    });

    test('iterates over all entries', async () => {
      const store = keyv();
      await store.setMany([
        { key: 'a', value: 'one' },
        { key: 'b', value: 'two' },
      ]);

      expect(await entries(store)).toEqual([
        ['a', 'one'],
        ['b', 'two'],
      ]);
    });

    test('may be changed while it is iterated over', async () => {
      const store = keyv();
      await store.setMany([
        { key: 'a', value: 1 },
        { key: 'b', value: 2 },
      ]);

      for await (const [key] of store.iterator()) await store.delete(String(key));

      expect(await entries(store)).toEqual([]);
    });

    test('clears everything', async () => {
      const store = keyv();
      await store.set('a', 1);

      await store.clear();

      expect(await store.has('a')).toBe(false);
      expect(await entries(store)).toEqual([]);
    });

    test('keeps namespaces apart', async () => {
      const [one, other] = [keyv('one'), keyv('other')];
      await one.set('key', 'of one');
      await other.set('key', 'of other');

      expect([await one.get('key'), await other.get('key')]).toEqual(['of one', 'of other']);
      expect(await entries(one)).toEqual([['key', 'of one']]);

      await one.clear();
      expect(await one.has('key')).toBe(false);
      expect(await other.get('key')).toBe('of other');
    });

    test('shows each of two Keyvs what the other has stored', async () => {
      const [one, other] = [keyv('shared'), keyv('shared')];

      await one.set('key', 1);
      expect(await other.get('key')).toBe(1);
      await other.set('key', 2);
      expect(await one.get('key')).toBe(2);
      await other.delete('key');
      expect(await one.has('key')).toBe(false);
    });

    test('keeps an entry up to the instant it expires at, and not beyond', async () => {
      const store = keyv();
      await store.set('brief', 'gone soon', 1000);
      await store.setMany([
        { key: 'briefer', value: 'gone sooner', ttl: 999 },
        { key: 'lasting', value: 'stays' },
      ]);
      const keys = ['brief', 'briefer', 'lasting'];

      vi.setSystemTime(start + 1000);
      expect(await store.get('brief')).toBe('gone soon');
      expect(await store.getMany(keys)).toEqual(['gone soon', undefined, 'stays']);

      vi.setSystemTime(start + 1001);
      expect(await store.get('brief')).toBeUndefined();
      expect(await store.has('brief')).toBe(false);
      expect(await store.getMany(keys)).toEqual([undefined, undefined, 'stays']);
      expect(await store.hasMany(keys)).toEqual([false, false, true]);
      expect(await entries(store)).toEqual([['lasting', 'stays']]);
    });

    test('takes an instant to expire at', async () => {
      const store = keyv();
      await store.setRaw('past', { value: 1, expires: start - 1 });
      await store.setRaw('future', { value: 2, expires: start + 1 });

      expect(await store.getMany(['past', 'future'])).toEqual([undefined, 2]);
    });

    test('lets what is set anew live by its new term only', async () => {
      const store = keyv();
      await store.set('prolonged', 1, 10);
      await store.set('prolonged', 2);
      await store.set('shortened', 1);
      await store.set('shortened', 2, 10);

      vi.setSystemTime(start + 11);

      expect(await store.getMany(['prolonged', 'shortened'])).toEqual([2, undefined]);
    });
  });
}
