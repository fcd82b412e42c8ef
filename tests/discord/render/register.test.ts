import { expect, it } from 'vitest';
import { renderMessage } from '../../../src/discord/render/message.ts';
import { renderTerminal } from '../../../src/discord/render/terminal.ts';
import type { HeldMeasure, MeasureInForce, RegisterNote } from '../../../src/domain/measure.ts';
import type { StoryView } from '../../../src/domain/story.ts';
import type { MessageLanguage } from '../../../src/domain/subscription.ts';
import { goods } from '../../../src/understand/lexicon/goods.ts';
import { validate } from '../../fakes/discord/validate.ts';
import { approval, context, hold, message, noFacts } from './views.ts';

const control: MeasureInForce = {
  announcementNo: 'No. 4 of 2027',
  action: 'new_control',
  goods: ['samarium', 'terbium'],
  destinations: [],
  since: '2027-01-04',
  sinceStated: true,
  except: [],
};
const refusal: MeasureInForce = {
  announcementNo: 'No. 46 of 2026',
  action: 'deny',
  goods: ['gallium', 'superhard materials'],
  destinations: ['United States'],
  since: '2026-12-03',
  sinceStated: false,
  except: ['§2', '§3(1)'],
};
const beside: RegisterNote = { about: 'on-its-goods', measures: [control], more: 0, notRead: [] };
const passedOver: RegisterNote = { about: 'not-named', measures: [control, refusal], more: 0, notRead: [] };

function embedOf(view: StoryView, language: MessageLanguage = 'en') {
  const payload = renderMessage(message({ kind: 'story', view }, { language }), context);
  expect(() => validate('message', payload, 0)).not.toThrow();
  return payload.embeds[0];
}

/** The field after the ministry's words. */
const fieldOf = (view: StoryView, language: MessageLanguage = 'en') => embedOf(view, language)?.fields?.[1];

it('stands under its own label, apart from what the ministry said', () => {
  expect(fieldOf({ ...approval, register: beside })).toEqual({
    name: 'From our register',
    value:
      '**No. 4 of 2027**  Sm, Tb · licence needed since 4 January 2027\nThis statement changes no measure.',
  });
  expect(fieldOf({ ...approval, register: beside }, 'zh')).toEqual({
    name: '现行管制（本库）',
    value: '**公告2027年第4号**  钐铽 · 2027年1月4日起须申请许可\n本次表态未改变任何措施。',
  });
});

it.each<[string, Partial<StoryView>]>([
  ['stops licences', { facts: { ...noFacts, action: 'suspend', goods: ['samarium'] } }],
  ['has a number', { facts: { ...noFacts, action: 'approve', announcementNo: 'No. 5 of 2027' } }],
])('does not say of what %s that it changes no measure', (_, view) => {
  expect(fieldOf({ ...approval, ...view, register: beside })?.value).toBe(
    '**No. 4 of 2027**  Sm, Tb · licence needed since 4 January 2027',
  );
});

it('says what a suspension does not name, for whom it holds, and since when as far as that is stated', () => {
  expect(fieldOf({ ...hold, register: passedOver })).toEqual({
    name: 'Not named, still in force (from our register)',
    value: [
      '**No. 4 of 2027**  Sm, Tb · licence needed since 4 Jan 2027',
      '**No. 46 of 2026**  Ga, superhard materials to the US · refused since 3 Dec 2026 (day of publication), except §2, §3(1)',
    ].join('\n'),
  });
  expect(fieldOf({ ...hold, register: passedOver }, 'zh')).toEqual({
    name: '未提及、仍在施行（据本库）',
    value: [
      '**公告2027年第4号**  钐铽 · 2027年1月4日起须申请许可',
      '**公告2026年第46号**  镓、超硬材料（对美国） · 2026年12月3日（按发布日期）起不予许可，§2、§3(1)除外',
    ].join('\n'),
  });
});

it('says how many more there are, and which notices were never read', () => {
  const register = {
    ...passedOver,
    measures: [control],
    more: 3,
    notRead: ['No. 8 of 2027', 'No. 9 of 2027'],
  };

  expect(
    fieldOf({ ...hold, register })
      ?.value.split('\n')
      .slice(1),
  ).toEqual(['and 3 more', 'Acted on, but not yet in our register: No. 8 of 2027, No. 9 of 2027']);
  expect(fieldOf({ ...hold, register }, 'zh')?.value).toContain(
    '所涉公告尚未收入本库：公告2027年第8号、公告2027年第9号',
  );
});

it('is not there where the register holds nothing', () => {
  expect(embedOf({ ...hold, register: null })?.fields?.map(({ name }) => name)).toEqual([
    "In the ministry's words",
    'When',
    'Also',
  ]);
});

it('says it in a terminal, too', () => {
  const view = { ...hold, register: passedOver };
  const text = renderTerminal(message({ kind: 'story', view }), context, { colour: false, links: false });

  expect(text).toContain(
    '  Not named, still in force (from our register)\n    No. 4 of 2027  Sm, Tb · licence needed since',
  );
});

it('leaves a notice with a long list on one screen of a phone', () => {
  const long = {
    ...refusal,
    sinceStated: true,
    except: [],
    goods: goods.map(({ name }) => name).toReversed(),
  };
  const register = { ...passedOver, measures: [long, long, long, long], more: 9, notRead: ['No. 8 of 2027'] };
  const embed = embedOf({ ...hold, register });
  const texts = [embed?.author?.name, embed?.title, embed?.description, embed?.footer?.text];
  const length = [...texts, ...(embed?.fields ?? []).flatMap(({ name, value }) => [name, value])].join(
    '',
  ).length;

  expect(length).toBeLessThan(1_200);
});

it('tells what a notice suspends, with goods from our register, and what never took effect', () => {
  const held = (announcementNo: string, good: string, more: Partial<HeldMeasure>): HeldMeasure => ({
    ...{ announcementNo, action: 'new_control', goods: [good], destinations: [] },
    ...{ section: null, ranSince: null, dueOn: null, ...more },
  });
  const register: RegisterNote = {
    ...{ about: 'not-named', measures: [], more: 0, notRead: [] },
    held: [
      held('No. 57 of 2026', 'holmium', { dueOn: '2027-04-08' }),
      held('No. 9 of 2027', 'erbium', { dueOn: '2027-04-08' }),
      held('No. 61 of 2026', 'graphite', { ranSince: '2026-10-09', section: '§2' }),
    ],
  };
  const fieldIn = (language: 'en' | 'zh') =>
    renderMessage(message({ kind: 'story', view: { ...hold, register } }, { language }), context).embeds[0]
      ?.fields?.[1];

  expect(fieldIn('en')).toEqual({
    name: 'Suspended (goods from our register)',
    value: [
      '**No. 57 of 2026**  Ho · was due 8 Apr 2027, never took effect',
      '**No. 9**  Er · same',
      '**No. 61 of 2026 §2**  graphite · ran since 9 Oct 2026',
    ].join('\n'),
  });
  expect(fieldIn('zh')?.name).toBe('暂停实施（物项据本库）');
});

it('the push line of a suspension names the one measure that it leaves in force', () => {
  const left = { announcementNo: 'No. 18 of 2026', action: 'new_control' as const, goods: ['gallium'] };
  const register: RegisterNote = {
    ...{ about: 'not-named', more: 0, notRead: [] },
    measures: [{ ...left, destinations: [], since: '2026-04-04', sinceStated: true, except: [] }],
  };
  const view = { ...hold, facts: { ...hold.facts, goods: ['drones'] }, register };
  const { content } = renderMessage(message({ kind: 'story', view }), context);

  expect(content).toContain('until 8 Mar 2028 (not No. 18)\n');
  expect(content).toContain('，第18号不在其列');
});
