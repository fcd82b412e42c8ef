import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderMessage } from '../../../src/discord/render/message.ts';
import type { AlertBody } from '../../../src/domain/alert.ts';
import { actions, kindOf, tierOf } from '../../../src/domain/facts.ts';
import type { StoryView } from '../../../src/domain/story.ts';
import { markets, messageLanguages } from '../../../src/domain/subscription.ts';
import { countries } from '../../../src/understand/lexicon/countries.ts';
import { goods } from '../../../src/understand/lexicon/goods.ts';
import { validate } from '../../fakes/discord/validate.ts';
import { approval, context, message, noFacts, quoted } from './views.ts';

const NOTICE = 'No. 18 of 2025';
const long = fc
  .tuple(
    fc.constantFrom(
      '未经许可，不得出口；违者依法处理。',
      'No export without a licence. It is refused. ',
      '**a** [b](c) ~~d~~ ',
    ),
    fc.integer({ min: 0, max: 150 }),
  )
  .map(([words, times]) => words.repeat(times) || 'x');
const names = goods.map(({ name }) => name);
const facts = fc
  .record({
    action: fc.constantFrom(...actions),
    goods: fc.subarray(names, { maxLength: 60 }),
    destinations: fc.subarray(
      countries.map(({ name }) => name),
      { maxLength: 40 },
    ),
    announcementNo: fc.constantFrom(null, NOTICE),
    effectiveDate: fc.constantFrom(null, '2027-03-09'),
    expiryDate: fc.constantFrom(null, '2028-03-08'),
  })
  .map((stated) => ({ ...noFacts, ...stated }));
const place = fc.record({ number: fc.integer({ min: 1, max: 60 }), of: fc.constant(60), question: long });
const measure = fc.record({ named: fc.subarray(names, { maxLength: 30 }) }).map(({ named }) => ({
  ...{ announcementNo: NOTICE, action: 'new_control' as const, goods: named, destinations: ['Japan'] },
  ...{ since: '2025-04-04', sinceStated: false, except: ['§2', '§3'] },
}));

const view: fc.Arbitrary<StoryView> = fc
  .record({
    facts,
    words: long,
    title: long,
    place,
    count: fc.integer({ min: 0, max: 30 }),
    measure,
    language: fc.constantFrom('zh' as const, 'en' as const),
  })
  .map(({ facts: stated, words, title, place: answer, count, measure: one, language }) => {
    const kind = kindOf(stated);
    const evidence = { action: quoted(words), quantity: quoted('若干'), expiryDate: quoted(`至${words}`) };
    const each = { storyId: 2, kind, tier: tierOf(kind), facts: stated, evidence, language };
    return {
      ...approval,
      ...each,
      links: Array.from({ length: 1 + count }, (_, index) => ({
        ...{
          url: `https://ministry.example/${'x'.repeat(300)}/${index}`,
          language,
          sourceId: words.slice(0, 40),
          title,
        },
      })),
      issuer: title,
      corrections: Array.from({ length: count }, (_, at) => ({
        ...{ fact: 'goods' as const, from: names.slice(0, count), to: names.slice(count, 40), at },
      })),
      answer,
      alsoHere: Array.from({ length: count }, () => ({ ...each, answer })),
      silentAnswers: Array.from({ length: count }, (_, at) => 2 * at + 1),
      rewordedAt: 1,
      lastReport: {
        storyId: 1,
        publishedOn: '2027-01-01',
        change: [
          { as: 'removed', words },
          { as: 'added', words: title },
        ],
      },
      register: {
        ...{
          about: 'not-named',
          measures: Array(4).fill(one),
          more: count,
          notRead: Array(count).fill(NOTICE),
        },
        held: Array.from({ length: count }, () => ({
          ...one,
          section: null,
          ranSince: '2025-04-04',
          dueOn: null,
        })),
      },
    };
  });

const marks = (markdown: string) =>
  markdown
    .replaceAll(/\[(?:[^[\]\\]|\\.)*\]\(https:\/\/ministry\.example[^)\s]*\)|<t:\d+:[fR]>/gsu, '')
    .replaceAll(/\\./gsu, '');

it('any story is a message that Discord takes, and no mark is left open', () => {
  fc.assert(
    fc.property(
      view,
      fc.constantFrom(...messageLanguages),
      fc.constantFrom(...markets),
      fc.constantFrom('story', 'update', 'follow-up', 'correction', 'withdrawal', 'group'),
      (told, language, market, kind) => {
        const changes = told.corrections.slice(0, 5);
        const bodies: Record<typeof kind, AlertBody> = {
          story: { kind: 'story', view: told },
          update: { kind: 'update', view: { ...told, withdrawnAt: 5 } },
          'follow-up': { kind: 'follow-up', view: told, changes },
          correction: { kind: 'correction', view: told, changes, by: 'source' },
          withdrawal: { kind: 'withdrawal', view: { ...told, withdrawnAt: 5 }, by: 'source' },
          group: { kind: 'group', views: Array(12).fill(told) },
        };
        const payload = renderMessage(message(bodies[kind], { language, market }), context);

        validate(kind === 'update' ? 'message edit' : 'message', payload, 0);
        const [english = '', chinese = english] = payload.content.split('\n');
        expect(Math.max(english.length, chinese.length)).toBeLessThanOrEqual(200);
        const [embed] = payload.embeds;
        for (const text of [
          embed?.title,
          embed?.description,
          ...(embed?.fields ?? []).map(({ value }) => value),
        ]) {
          const bare = marks(text ?? '');
          for (const mark of ['~~', '**']) expect(bare.split(mark).length % 2, text).toBe(1);
          expect(bare.replaceAll('**', '').split('*').length % 2, text).toBe(1);
          expect(bare, text).not.toMatch(/\]\(|https?:\/\/ministry/);
        }
      },
    ),
    { numRuns: 150 },
  );
});
