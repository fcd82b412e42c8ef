import { ChannelType, Events, PermissionFlagsBits as P } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { AlertBody } from '../../src/domain/alert.ts';
import { MINUTE } from '../../src/domain/moment.ts';
import type { StoryView } from '../../src/domain/story.ts';
import { noFacts } from '../fakes/archive.ts';
import { found } from '../fakes/wire-room.ts';
import { openPlace, type Place } from './places.ts';

const { story, update, followUp, correction } = found;
const blind: AlertBody = { kind: 'blind', authorityId: 'cn-mofcom', since: 0, sources: [] };

let place: Place;

async function forum(kind: Parameters<typeof openPlace>[0] = {}) {
  place = await openPlace({ ...kind, type: ChannelType.GuildForum });
  await place.watch({ guildId: place.guildId, channelId: place.channelId });
}

interface PostAsSent {
  name: string;
  applied_tags: string[];
}

/** The posts that were asked for, and whether Discord took them. */
const asked = () =>
  place.discord.requests.filter(
    ({ method, path }) => method === 'POST' && path.endsWith(`/channels/${place.channelId}/threads`),
  );
const bodies = () => asked().map(({ body }) => body as PostAsSent);

/** The posts that stand, as the outbox knows them. */
async function posts(): Promise<string[]> {
  const sent = place.db.selectFrom('deliveries').select('messageId').where('operation', '=', 'send');
  return (await sent.execute()).flatMap(({ messageId }) => messageId ?? []);
}

async function told(given: Partial<StoryView> = {}): Promise<StoryView> {
  const view = await place.story(given);
  await place.tell(story(view));
  await place.work();
  return view;
}

it('makes a post of each Story, edits its first message, and adds what follows', async () => {
  await forum();
  const view = await told();
  await place.tell(update({ ...view, withdrawnAt: place.clock.now() }), followUp(view));
  await place.tell(correction(view));
  await place.work();

  const [post = ''] = await posts();
  const [starter, ...following] = place.discord.messages(post);
  expect(starter?.id).toBe(post);
  expect(starter?.edits).toHaveLength(1);
  expect(following).toHaveLength(2);
  expect(bodies()).toMatchObject([{ name: starter?.edits[0]?.content.split('\n')[0] }]);
  expect(bodies()[0]?.name.length).toBeLessThanOrEqual(100);
  expect(place.discord.violations).toEqual([]);
});

it('makes a post of what is told together, and of what is about no Story', async () => {
  await forum({ requiresTag: true, tags: [{ name: 'for moderators', moderated: true }, 'news'] });
  const views = await Promise.all(Array.from({ length: 6 }, () => place.story()));
  await place.tell(...views.map(story));
  await place.tell(blind);
  await place.work();

  expect(bodies()).toHaveLength(2);
  expect(await place.states()).toEqual({ sent: 2 });
  expect(bodies()[1]?.name).toContain('Blind');
});

it.each([
  ['by its tier', ['🔔 Decisions', 'Measures'], false, ['Measures']],
  ['by its goods, in Chinese too', ['镓', 'Gallium', 'tungsten'], false, ['镓', 'Gallium']],
  ['by the family of its goods', ['Rare-Earths'], false, ['Rare-Earths']],
  ['not at all where none fits', ['news'], false, []],
  ['by the first one where none fits and one is required', ['news', 'more'], true, ['news']],
  ['by five at most', ['measure', 'measures', '措施', 'gallium', '镓', 'samarium'], false, 5],
] as const)('marks a post %s', async (_, tags, requiresTag, expected) => {
  await forum({ tags, requiresTag });
  await told({ facts: { ...noFacts, action: 'new_control', goods: ['gallium', 'samarium'] } });

  const channel = await place.client.channels.fetch(place.channelId);
  const available = channel?.type === ChannelType.GuildForum ? channel.availableTags : [];
  const names = (bodies()[0]?.applied_tags ?? []).map((id) => available.find((tag) => tag.id === id)?.name);
  expect(typeof expected === 'number' ? names.length : names).toEqual(expected);
});

describe('a post', () => {
  it('that is archived is opened again, to edit it and to add to it', async () => {
    await forum();
    const view = await told();
    const [post = ''] = await posts();
    place.discord.archiveThread(post);
    await place.tell(update({ ...view, withdrawnAt: 1 }));
    await place.work();

    expect(place.discord.messages(post)[0]?.edits).toHaveLength(1);
    expect(await place.states()).toEqual({ sent: 2 });
  });

  it.each([
    ['was deleted', () => posts().then(([post = '']) => place.discord.deleteChannel(post))],
    ['was locked', () => posts().then(([post = '']) => place.discord.archiveThread(post, { locked: true }))],
  ])('that %s is followed up by another post', async (_, happen) => {
    await forum();
    const view = await told();
    await happen();
    await place.tell(followUp(view));
    await place.work();

    expect(bodies()).toHaveLength(2);
    expect(await place.states()).toEqual({ sent: 2 });
  });

  it('that was deleted is not edited any more, and its forum not closed for that', async () => {
    await forum();
    const view = await told();
    const [post = ''] = await posts();
    place.discord.deleteChannel(post);
    await place.tell(update(view));
    await told();

    expect(await place.states()).toEqual({ sent: 2, rejected: 1 });
  });
});

it('parks a forum where the bot may not post', async () => {
  await forum();
  await place.seen(Events.ChannelUpdate, () => place.discord.setPermissions(place.channelId, P.ViewChannel));
  await told();
  await told();

  expect(asked()).toHaveLength(1);
  expect(await place.states()).toEqual({ held: 2 });
});

describe('never twice', () => {
  it.each([10_000, 30 * MINUTE])('where the answer to a post is lost for %d ms', async (pause) => {
    await forum();
    place.discord.fail(/threads$/, 'accept-then-drop');
    await told();
    await place.restartAfter(pause);

    expect(asked()).toHaveLength(1);
    expect(await place.states()).toEqual({ sent: 1 });
    const [post = ''] = await posts();
    expect(place.discord.messages(post)).toHaveLength(1);
  });

  it('where the post has been archived before it is looked for', async () => {
    await forum();
    place.discord.fail(/threads$/, 'accept-then-drop');
    await told();
    const active = place.client.channels.cache.filter((channel) => channel.isThread());
    for (const id of active.keys()) place.discord.archiveThread(id);
    expect(active.size).toBe(1);
    await place.restartAfter(10_000);

    expect(asked()).toHaveLength(1);
    expect(await place.states()).toEqual({ sent: 1 });
  });

  it('but as unknown where it never came', async () => {
    await forum();
    place.discord.fail(/threads$/, 'drop');
    await told();
    for (let turn = 0; turn < 10; turn++) await place.restartAfter(30_000);

    expect(asked()).toHaveLength(1);
    expect(await place.states()).toEqual({ unknown: 1 });
  });

  it('where the answer to a follow-up is lost, and its post is deleted then', async () => {
    await forum();
    const view = await told();
    place.discord.fail(/^POST .*messages$/, 'accept-then-drop');
    await place.tell(followUp(view));
    await place.work();
    await place.restartAfter(10_000);

    const [post = ''] = await posts();
    expect(place.discord.messages(post)).toHaveLength(2);
    expect(await place.states()).toEqual({ sent: 2 });
  });
});
