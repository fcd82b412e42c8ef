import { expect, it } from 'vitest';
import { renderMessage } from '../../../src/discord/render/message.ts';
import { renderTerminal } from '../../../src/discord/render/terminal.ts';
import type { StoryView } from '../../../src/domain/story.ts';
import type { MessageLanguage } from '../../../src/domain/subscription.ts';
import { validate } from '../../fakes/discord/validate.ts';
import { approval, context, message } from './views.ts';

const written = {
  en: 'The ministry approved a number of gallium applications.',
  zh: '商务部批准了若干镓出口申请。',
};

function fieldsOf(view: StoryView, language: MessageLanguage = 'both') {
  const payload = renderMessage(message({ kind: 'update', view }, { language }), context);
  expect(() => validate('message', payload, 0)).not.toThrow();
  return payload.embeds[0]?.fields ?? [];
}

const field = (modelSummary: StoryView['modelSummary'], language: MessageLanguage = 'both') =>
  fieldsOf({ ...approval, modelSummary }, language).find(({ name }) => /model|模型/.test(name));

it('shows what a model wrote in a field of its own, under what it is worth', () => {
  expect(field(written)).toEqual({
    name: 'Summary by a model, numbers and names checked',
    value:
      '*Not the words of the ministry. Numbers, dates and names were held against the text; what is said of them cannot be. The official text decides.*\n' +
      `${written.en}\n${written.zh}`,
  });
});

it('keeps to the language of the channel', () => {
  expect(field(written, 'en')?.value).not.toContain(written.zh);
  expect(field(written, 'zh')).toEqual({
    name: '模型摘要（数字与名称已核对）',
    value: `*非官方表述。数字、日期和名称已与原文核对，文意无法核对，以官方原文为准。*\n${written.zh}`,
  });
});

it('mixes it with no other voice', () => {
  const fields = fieldsOf({ ...approval, modelSummary: written });

  expect(fields.filter(({ value }) => value.includes(written.en))).toHaveLength(1);
});

it('never lets it format, ping or link, whatever has been let through', () => {
  const modelSummary = { en: '**@everyone** [here](https://x.example)', zh: '<@&1200000000000000007>' };

  expect(field(modelSummary)?.value).toContain(
    '\\*\\*@\u200Beveryone\\*\\* [here]\\(https:\\//x.example)\n\\<@\u200B&1200000000000000007\\>',
  );
});

it('cuts neither text of the longest', () => {
  const longest = { en: 'a'.repeat(350), zh: '镓'.repeat(350) };

  expect(field(longest)?.value).toContain(`${longest.en}\n${longest.zh}`);
});

it('has no such field where there is none, nor for an alert of an earlier version', () => {
  const { modelSummary: _, ...earlier } = approval;

  expect(field(null)).toBeUndefined();
  expect(fieldsOf(earlier as StoryView).map(({ name }) => name)).not.toContainEqual(
    expect.stringMatching('model'),
  );
});

it('is told in a terminal as what an edit adds', () => {
  const view = { ...approval, modelSummary: written };
  const plain = { colour: false, links: false };

  expect(renderTerminal(message({ kind: 'update', view }), context, plain).split('\n')).toEqual([
    'edited: Summary by a model, numbers and names checked',
    expect.any(String),
    expect.any(String),
    expect.stringMatching(/^ {4}Not the words of the ministry\./),
    `    ${written.en}`,
    `    ${written.zh}`,
  ]);
});
