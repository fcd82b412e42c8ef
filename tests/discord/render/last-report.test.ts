import { expect, it } from 'vitest';
import { renderMessage } from '../../../src/discord/render/message.ts';
import { renderTerminal } from '../../../src/discord/render/terminal.ts';
import type { LastReport, StoryView } from '../../../src/domain/story.ts';
import type { MessageLanguage } from '../../../src/domain/subscription.ts';
import { validate } from '../../fakes/discord/validate.ts';
import { approval, context, message } from './views.ts';

const last: LastReport = { storyId: 40, publishedOn: '2027-02-25', change: 'same' };
const reworded: LastReport = {
  ...last,
  change: [
    { as: 'kept', words: '已批准' },
    { as: 'removed', words: '若干' },
    { as: 'added', words: '全部' },
    { as: 'kept', words: '镓产品…' },
  ],
};

function fieldIn(changes: Partial<StoryView>, language: MessageLanguage = 'en') {
  const view: StoryView = { ...approval, lastReport: last, ...changes };
  const payload = renderMessage(message({ kind: 'story', view }, { language }), context);
  expect(() => validate('message', payload, 0)).not.toThrow();
  return payload.embeds[0]?.fields?.[1];
}

it('says that the quantity words are the same, and what that does not say', () => {
  expect(fieldIn({})).toEqual({
    name: 'Against the last report (25 February)',
    value: 'Same quantity words. Whether this means further licences: not stated.',
  });
  expect(fieldIn({}, 'zh')).toEqual({
    name: '与上次通报（2月25日）相比',
    value: '数量表述未变。是否新增批准：未说明。',
  });
});

it('names the year where it is another one', () => {
  const lastReport = { ...last, publishedOn: '2026-12-30' };

  expect(fieldIn({ lastReport })?.name).toBe('Against the last report (30 December 2026)');
  expect(fieldIn({ lastReport }, 'zh')?.name).toBe('与上次通报（2026年12月30日）相比');
});

it('says nothing of licences where a statement says the same again', () => {
  const view: Partial<StoryView> = { kind: 'statement', tier: 'statement', evidence: {} };

  expect(fieldIn(view)?.value).toBe('Same words.');
});

it('strikes through the words that went, and makes bold those that came', () => {
  expect(fieldIn({ lastReport: reworded })?.value).toBe('已批准~~若干~~ → **全部**镓产品…');

  const english: LastReport = {
    ...last,
    change: [
      { as: 'removed', words: 'some' },
      { as: 'added', words: 'all' },
      { as: 'kept', words: 'requests' },
      { as: 'added', words: '@everyone *now*' },
    ],
  };
  expect(fieldIn({ lastReport: english, language: 'en' })?.value).toBe(
    '~~some~~ → **all** requests **@\u200Beveryone \\*now\\***',
  );
});

it('says it in a terminal, too', () => {
  const view = { ...approval, lastReport: reworded };
  const text = renderTerminal(message({ kind: 'story', view }), context, { colour: false, links: false });

  expect(text).toContain('  Against the last report (25 February)\n    已批准(若干) → 全部镓产品…');
});

it('has no such field where there is nothing to compare with', () => {
  expect(fieldIn({ lastReport: null })?.name).toBe('When');
});

it('adds that general licences are reported for the first time', () => {
  expect(fieldIn({ firstGeneral: true })?.value).toMatch(
    /\nFirst report of general licences in this archive\.$/,
  );
  expect(fieldIn({ firstGeneral: true }, 'zh')?.value).toMatch(/\n本库首次通报通用许可。$/);
});

it('says so, too, where no words can be compared; of the first report of all the badge says it', () => {
  const view: Partial<StoryView> = { firstGeneral: true, lastReport: null };

  expect(fieldIn(view)).toEqual({
    name: 'Against earlier reports',
    value: 'First report of general licences in this archive.',
  });
  expect(fieldIn({ ...view, report: { number: 1, since: null } })?.name).toBe('When');
});
