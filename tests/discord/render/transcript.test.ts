import { describe, expect, it } from 'vitest';
import { renderMessage } from '../../../src/discord/render/message.ts';
import { runsText } from '../../../src/discord/render/transcript.ts';
import type { StoryView } from '../../../src/domain/story.ts';
import type { MessageLanguage } from '../../../src/domain/subscription.ts';
import { validate } from '../../fakes/discord/validate.ts';
import { approval, context, hold, message, noFacts, quoted } from './views.ts';

const steel = {
  storyId: 43,
  kind: 'measure' as const,
  tier: 'measure' as const,
  facts: { ...noFacts, action: 'new_control' as const, goods: ['steel products'] },
  evidence: { action: quoted('对部分钢铁产品实施出口许可证管理') },
  language: 'zh' as const,
  answer: { number: 2, of: 9, question: '钢铁企业问' },
};
const answered: Partial<StoryView> = {
  answer: { number: 5, of: 9, question: '路透社记者：美国用户是否受益？请发言人介绍。' },
  alsoHere: [steel],
  silentAnswers: [1, 3, 4, 6, 7, 8, 9],
};

function shown(changes: Partial<StoryView>, language: MessageLanguage = 'en', of = approval) {
  const payload = renderMessage(
    message({ kind: 'story', view: { ...of, ...changes } }, { language }),
    context,
  );
  expect(() => validate('message', payload, 0)).not.toThrow();
  const fields = payload.embeds[0]?.fields ?? [];
  const buttons = payload.components.flatMap(({ components }) =>
    components.map((button) => ('label' in button ? button.label : '')),
  );
  return { fields, buttons, names: fields.map(({ name }) => name) };
}

describe('an answer of a transcript', () => {
  it('says which one it is, what was asked as a reporter’s words, and what else was said', () => {
    const { fields } = shown(answered);

    expect(fields.slice(0, 3)).toEqual([
      { name: "In the ministry's words (answer 5 of 9)", value: expect.stringContaining('「近日已批准') },
      {
        name: "The question (not the ministry's words)",
        value: '*「路透社记者：美国用户是否受益？请发言人介绍。」*',
      },
      {
        name: 'Also in this transcript',
        value: expect.stringMatching(
          /^\*\*Answer 2\*\* {2}China's commerce ministry .*steel.*\nAnswers 1, 3, 4, 6–9 · nothing on export licences$/,
        ),
      },
    ]);
  });

  it('is told so in Chinese', () => {
    const { names, fields } = shown(answered, 'zh');

    expect(names.slice(0, 3)).toEqual([
      '原文（共9问，第5问）',
      '记者提问（非商务部门表述）',
      '同场答问还提到',
    ]);
    expect(fields[2]?.value).toMatch(/^\*\*第2问\*\* .*\n第1、3、4、6–9问 · 未涉及出口许可$/);
  });

  it('has a link for each of several relevant answers, opened at its words', () => {
    expect(shown(answered).buttons).toEqual(['Answer 5', 'Answer 2', 'Story', 'Why and evidence']);
    expect(shown({ ...answered, alsoHere: [] }).buttons[0]).toBe('Official text');
  });
});

it('has five buttons at most, the source among them', () => {
  const { buttons } = shown({ ...answered, rewordedAt: 1 }, 'en', hold);

  expect(buttons).toEqual(['Answer 5', 'Story', 'What changed', 'Measures on a date', 'Why and evidence']);
});

it('stored by an earlier version shows what it has', () => {
  expect(shown({}).buttons).toEqual(['Official text', 'Story', 'Why and evidence']);
});

it('puts the register before the last report, and the time last', () => {
  const { names } = shown({
    ...answered,
    lastReport: { storyId: 40, publishedOn: '2027-02-25', change: 'same' },
    register: {
      about: 'on-its-goods',
      measures: [
        {
          ...{ announcementNo: 'No. 1 of 2027', action: 'new_control', goods: ['gallium'] },
          ...{ destinations: [], since: '2027-01-01', sinceStated: true, except: [] },
        },
      ],
      more: 0,
      notRead: [],
    },
  });

  expect(names).toEqual([
    "In the ministry's words (answer 5 of 9)",
    "The question (not the ministry's words)",
    'From our register',
    'Against the last report (25 February)',
    'Also in this transcript',
    'When',
  ]);
});

it.each([
  [[1], ['1']],
  [
    [1, 2],
    ['1', '2'],
  ],
  [
    [1, 3, 4, 5, 9],
    ['1', '3–5', '9'],
  ],
])('tells %j as %j', (numbers, runs) => {
  expect(runsText(numbers)).toEqual(runs);
});
