import { describe, expect, it, vi } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/domain/moment.ts';
import type { Fetcher, FetchRequest } from '../../src/fetch/fetcher.ts';
import { claimDue, nextDueAt } from '../../src/store/sources.ts';
import { type Desk, deskOpensAt, openDesk } from '../fakes/desk.ts';
import { type Fault, type Host, type Kind, openHost } from '../fakes/hosts.ts';
import { fair, notice } from '../fakes/notices.ts';

const old = (days: number) => deskOpensAt - days * DAY;

/** A host that has long been read, with as many unrelated posts as two pages have. */
async function opened(kind: Kind, shape: Partial<Host> = {}): Promise<{ host: Host; desk: Desk }> {
  const host = { ...openHost('trade', kind), ...shape };
  host.posts = Array.from({ length: 30 }, (_, index) => fair(30 - index, old(index + 1)));
  const desk = await openDesk([host]);
  await desk.poll(host);
  await desk.clock.advance(HOUR);
  return { host, desk };
}

/** The same posts are published, one a minute until now; the newest stands first. */
function publish(host: Host, { clock }: Desk, count: number): number[] {
  const first = Math.max(...host.posts.map(({ serial }) => serial)) + 1;
  for (let more = 0; more < count; more++) {
    host.posts.unshift(notice(first + more, clock.now() - (count - more) * MINUTE));
  }
  return Array.from({ length: count }, (_, more) => first + more);
}

/** Remembers what is asked for. */
function listen({ ports }: Desk): FetchRequest[] {
  const asked: FetchRequest[] = [];
  const { fetcher } = ports;
  const listening: Fetcher = {
    ...fetcher,
    fetch(request) {
      asked.push(request);
      return fetcher.fetch(request);
    },
  };
  ports.fetcher = listening;
  return asked;
}

describe('more than a page of new rows', () => {
  it.each(['jpaas', 'portal'] as const)(
    'are followed over the pages of a %s until known ones',
    async (kind) => {
      const { host, desk } = await opened(kind);
      const published = publish(host, desk, 40);

      const polled = await desk.poll(host);

      expect(polled).toMatchObject({ newItems: 40, warnings: [] });
      expect(
        desk
          .told(host)
          .flat()
          .sort((a, b) => a - b),
      ).toEqual(published);
      expect(await desk.state(host)).toMatchObject({ gapFrom: null, rows: 15 });
    },
  );

  it('are followed though a known row is pinned to the top', async () => {
    const { host, desk } = await opened('jpaas');
    const published = publish(host, desk, 20);
    host.posts.unshift(...host.posts.splice(-3, 1));

    expect(await desk.poll(host)).toMatchObject({ newItems: 20, warnings: [] });
    expect(desk.told(host).flat()).toHaveLength(published.length);
  });

  it('are not looked for behind a page that ends with a known row', async () => {
    const { host, desk } = await opened('portal');
    publish(host, desk, 3);
    const asked = listen(desk);

    await desk.poll(host);

    expect(asked.filter(({ form }) => form)).toHaveLength(1);
  });

  it('are a gap where the listing has no older pages', async () => {
    const { host, desk } = await opened('feed');
    const before = (await desk.state(host)).lastSuccessAt;
    publish(host, desk, 20);

    const polled = await desk.poll(host);

    expect(polled.warnings).toEqual([expect.stringMatching(/^gap: /)]);
    expect(desk.told(host).flat()).toHaveLength(15);
    expect(await desk.state(host)).toMatchObject({ gapFrom: before, gapUntil: desk.clock.now() });
  });

  it('are a gap where the second page repeats the first', async () => {
    const { host, desk } = await opened('jpaas');
    publish(host, desk, 20);
    host.fault = 'page-repeats';

    const polled = await desk.poll(host);

    expect(polled).toMatchObject({ listing: 'rows', newItems: 15 });
    expect(polled.warnings).toEqual([
      expect.stringContaining('holds the rows of page 1'),
      expect.stringMatching(/^gap/),
    ]);
  });

  it('are not recorded before the pages between can be read, but for a while only', async () => {
    const { host, desk } = await opened('portal');
    publish(host, desk, 20);
    const { fetcher } = desk.ports;
    desk.ports.fetcher = {
      ...fetcher,
      fetch: (request) => {
        host.fault = request.form && request.form.pageNumber !== '1' ? 500 : null;
        return fetcher.fetch(request);
      },
    };

    for (let failure = 1; failure <= 3; failure++) {
      expect(await desk.poll(host)).toMatchObject({ listing: 'failed', newItems: 0 });
    }
    expect(await desk.poll(host)).toMatchObject({ listing: 'rows', newItems: 15 });
    expect((await desk.state(host)).gapUntil).toBe(desk.clock.now());
  });

  it('are no gap where they are older than what is known: the list was put in another order', async () => {
    const { host, desk } = await opened('feed');
    for (let more = 0; more < 20; more++) host.posts.unshift(fair(100 + more, old(300 + more)));

    expect(await desk.poll(host)).toMatchObject({ warnings: [] });
  });

  it('are a gap though old rows surfaced among them', async () => {
    const { host, desk } = await opened('page');
    publish(host, desk, 20);
    for (let more = 0; more < 8; more++) host.posts.splice(3, 0, fair(200 + more, old(300 + more)));

    expect((await desk.poll(host)).warnings).toEqual([expect.stringMatching(/^gap: /)]);
  });

  it('are the first rows of a listing that was empty', async () => {
    const host = openHost('trade', 'portal', { minRows: 0 });
    const desk = await openDesk([host]);
    await desk.poll(host);
    host.posts = [notice(1, desk.clock.now())];

    expect(await desk.poll(host)).toMatchObject({ newItems: 1, warnings: [] });
    expect(desk.told(host)).toEqual([[1]]);
  });
});

describe('an Item under another key', () => {
  it.each([
    ['another guid', (host: Host) => host.posts.map((post) => ({ ...post, guid: `${post.guid}-v2` }))],
    [
      'another guid and a corrected title',
      (host: Host) =>
        host.posts.map((post) => ({ ...post, guid: `${post.guid}?rev=2`, title: `${post.title}（更正）` })),
    ],
  ])('is known by its address: %s', async (_, changed) => {
    const { host, desk } = await opened('feed');
    publish(host, desk, 3);
    await desk.poll(host);
    desk.told(host);

    host.posts = changed(host);
    const polled = await desk.poll(host);

    expect(polled).toMatchObject({ newItems: 0, warnings: [] });
    expect(desk.told(host)).toEqual([]);
    const asked = listen(desk);
    await desk.clock.advance(MINUTE);
    await desk.poll(host);
    expect(asked).toHaveLength(1);
  });

  it('is something new where several rows lead to one page', async () => {
    const host = openHost('trade', 'feed');
    host.posts = [fair(2, old(1)), fair(1, old(2))];
    const desk = await openDesk([host]);
    await desk.poll(host);

    const [second, first] = host.posts;
    if (!second || !first) throw new Error('two posts');
    host.posts = [{ ...second, serial: 3, guid: 'post-3' }, second, first];

    expect(await desk.poll(host)).toMatchObject({ newItems: 1 });
  });

  it('is something new where its title is wholly another', async () => {
    const host = openHost('trade', 'feed');
    host.posts = [fair(1, old(2))];
    const desk = await openDesk([host]);
    await desk.poll(host);

    const weekly = notice(2, desk.clock.now());
    host.posts = [{ ...weekly, slug: host.posts[0]?.slug ?? '' }];

    expect(await desk.poll(host)).toMatchObject({ newItems: 1 });
  });
});

describe('a key used again for another text', () => {
  it('is a new Item, once', async () => {
    const { host, desk } = await opened('feed');
    const again = { ...notice(31, desk.clock.now()), guid: 'post-30' };
    host.posts = [again, ...host.posts.filter(({ serial }) => serial !== 30)];

    expect(await desk.poll(host)).toMatchObject({ newItems: 1 });
    expect(desk.told(host)).toEqual([[31]]);
    await desk.clock.advance(MINUTE);
    host.posts.unshift(fair(32, desk.clock.now()));
    expect(await desk.poll(host)).toMatchObject({ newItems: 1, alerts: [] });
  });

  it('is an edit where only its address or only its title changed', async () => {
    const { host, desk } = await opened('feed');
    host.posts = host.posts.map((post, index) =>
      index === 0
        ? { ...post, slug: `f${post.slug.slice(1)}` }
        : index === 1
          ? { ...post, title: '关于调整展期的通知' }
          : post,
    );

    expect(await desk.poll(host)).toMatchObject({ newItems: 0 });
  });
});

describe('an address that has moved for good', () => {
  it('is followed from the next poll on, and its old one is asked once a day', async () => {
    const { host, desk } = await opened('page');
    await desk.clock.advance(DAY);
    host.moved = 'redirects';
    await desk.poll(host);
    const movedTo = 'https://trade.example/new/news/list.html';
    expect(await desk.state(host)).toMatchObject({ movedTo });

    host.moved = 'gone';
    const asked = listen(desk);
    const published = publish(host, desk, 1);
    await desk.clock.advance(HOUR);
    await desk.poll(host);
    expect(asked[0]?.url).toBe(movedTo);
    expect(desk.told(host)).toEqual([published]);

    await desk.clock.advance(DAY);
    asked.length = 0;
    expect(await desk.poll(host)).toMatchObject({ failure: null });
    expect(asked.map(({ url }) => url)).toEqual([host.source.url, movedTo, expect.stringContaining('/art_')]);
    expect(await desk.state(host)).toMatchObject({ movedTo });
  });

  it('is read where it was once it has moved back', async () => {
    const { host, desk } = await opened('page');
    await desk.clock.advance(DAY);
    host.moved = 'redirects';
    await desk.poll(host);
    host.moved = null;
    await desk.clock.advance(DAY);

    await desk.poll(host);

    expect(await desk.state(host)).toMatchObject({ movedTo: null });
  });
});

describe('a site that says "not modified" for ever', () => {
  it('is asked for everything once a day', async () => {
    const { host, desk } = await opened('feed');
    host.fault = 'always-not-modified';
    const published = publish(host, desk, 1);
    for (let hours = 1; hours < 24; hours++) {
      await desk.poll(host);
      await desk.clock.advance(HOUR);
    }
    expect(desk.told(host)).toEqual([]);

    await desk.poll(host);

    expect(desk.told(host)).toEqual([published]);
  });
});

describe('a listing that has not changed', () => {
  it.each(['feed', 'page', 'jpaas'] as const)('leaves nothing to be kept anew (%s)', async (kind) => {
    const { host, desk } = await opened(kind);
    const kept = vi.spyOn(desk.ports.snapshots, 'set');

    await desk.poll(host);
    expect(kept).not.toHaveBeenCalled();

    publish(host, desk, 1);
    await desk.poll(host);
    expect(kept).toHaveBeenCalledTimes(1);
  });
});

describe('a site that has long been out of reach', () => {
  /** Six hours of failures after a notice whose rereads are due. */
  async function outOfReach(fault: Fault): Promise<{ host: Host; desk: Desk; asked: FetchRequest[] }> {
    const { host, desk } = await opened('page');
    publish(host, desk, 1);
    await desk.poll(host);
    host.fault = fault;
    for (let failure = 0; failure < 3; failure++) {
      await desk.poll(host);
      await desk.clock.advance(2 * HOUR);
    }
    return { host, desk, asked: listen(desk) };
  }

  it('is tried by its listing alone, and its articles follow once that is read', async () => {
    const { host, desk, asked } = await outOfReach(521);
    await desk.poll(host);
    expect(asked.map(({ url }) => url)).toEqual([host.source.url]);
    expect(await nextDueAt(desk.db)).toBe((await desk.state(host)).nextPollAt);
    expect(await claimDue(desk.db, desk.clock.now(), desk.clock.now() + MINUTE, 1)).toEqual([]);

    host.fault = null;
    asked.length = 0;
    await desk.poll(host);

    expect(asked.map(({ url }) => url)).toEqual([host.source.url, expect.stringContaining('/art_')]);
  });

  it('has its articles read all the same where only the listing is not what it was', async () => {
    const { host, desk, asked } = await outOfReach('no-rows');

    await desk.poll(host);

    expect(asked.map(({ url }) => url)).toEqual([host.source.url, expect.stringContaining('/art_')]);
  });
});

describe('a listing that says how long it stays fresh', () => {
  it.each([
    [10 * MINUTE, 15],
    [40 * MINUTE, 40],
    [7 * DAY, 60],
  ])('for %i ms is asked again after %i minutes', async (freshFor, minutes) => {
    const { host, desk } = await opened('page');
    const { fetcher } = desk.ports;
    desk.ports.fetcher = {
      ...fetcher,
      fetch: async (request) => ({ ...(await fetcher.fetch(request)), freshFor }),
    };

    await desk.poll(host);

    expect((await desk.state(host)).nextPollAt - desk.clock.now()).toBe(minutes * MINUTE);
  });
});

describe('articles that give nothing, or the home page', () => {
  it.each(['articles-gone', 'articles-home-page', 'home-page', 404] as const)(
    'are not withdrawn while others do so too (%s)',
    async (fault) => {
      const { host, desk } = await opened('feed');
      publish(host, desk, 1);
      await desk.poll(host);
      host.fault = fault;
      for (let hours = 0; hours < 9; hours++) {
        await desk.clock.advance(HOUR);
        await desk.poll(host);
      }
      host.fault = null;
      await desk.clock.advance(7 * HOUR);
      await desk.poll(host);

      const kinds = desk.messenger.arrived.map(({ body }) => body.kind);
      expect(kinds.filter((kind) => kind !== 'blind' && kind !== 'recovery')).toEqual(['story']);
    },
  );

  it.each([null, 'home-page'] as const)('are withdrawn one by one: %s', async (instead) => {
    const { host, desk } = await opened('feed');
    publish(host, desk, 2);
    await desk.poll(host);
    const page = desk.told(host).length;
    const [lost] = host.posts;
    const { fetcher } = desk.ports;
    desk.ports.fetcher = {
      ...fetcher,
      fetch: (request) => {
        const gone = request.url.includes(lost?.slug ?? '');
        host.fault = gone ? (instead ?? 404) : null;
        return fetcher.fetch(request);
      },
    };
    for (let hours = 0; hours < 3; hours++) {
      await desk.clock.advance(HOUR);
      await desk.poll(host);
    }

    expect(page).toBe(2);
    expect(desk.messenger.arrived.map(({ body }) => body.kind).slice(2)).toEqual(['update', 'withdrawal']);
  });
});

describe('a notice whose address gives the home page at first', () => {
  it('is told by its title, and by its text once that is there', async () => {
    const { host, desk } = await opened('feed');
    publish(host, desk, 1);
    host.fault = 'articles-home-page';
    await desk.poll(host);
    expect(desk.told(host)).toEqual([]);
    await desk.clock.advance(3 * MINUTE);
    await desk.poll(host);
    expect(desk.messenger.arrived.at(-1)?.body).toMatchObject({ kind: 'story', view: { textRead: false } });

    host.fault = null;
    await desk.clock.advance(HOUR);
    await desk.poll(host);

    expect(desk.messenger.arrived.map(({ body }) => body.kind)).toEqual(['story', 'update']);
  });

  it('is tried again though its title promises nothing, where others give the same', async () => {
    const { host, desk } = await opened('page');
    const serials = publish(host, desk, 2);
    for (const [index, post] of host.posts.slice(0, 2).entries())
      host.posts[index] = { ...post, title: `关于有关事项的通告之${post.serial}` };
    host.fault = 'articles-home-page';
    await desk.poll(host);
    host.fault = null;
    for (let hours = 0; hours < 3; hours++) {
      await desk.clock.advance(HOUR);
      await desk.poll(host);
    }

    expect(serials).toContain(desk.told(host).flat()[0]);
  });
});
