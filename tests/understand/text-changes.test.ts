import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/domain/source.ts';
import type { WordDiff } from '../../src/domain/story.ts';
import { textChanges } from '../../src/understand/text-changes.ts';

const marks = { kept: '', removed: '-', added: '+' };
const changes = (before: string, after: string, language: Language) =>
  textChanges(before, after, language, 12).shown;
const shown = (diffs: WordDiff[]) => diffs.map((diff) => diff.map(({ as, words }) => marks[as] + words));

describe('textChanges', () => {
  test('shows the words of each sentence that differs, and none of the others', () => {
    const before = [
      '公告如下。',
      '暂停实施至2028年11月28日。',
      '本公告自公布之日起施行。',
      '其他事项不变。',
    ].join('\n');
    const after = before.replace('11月28日', '11月10日').replace('其他事项', '其他有关事项');

    expect(shown(changes(before, after, 'zh'))).toEqual([
      ['暂停实施至2028年11月', '-28', '+10', '日'],
      ['其他', '+有关', '事项不变'],
    ]);
  });

  test('reads English, and sentences that came or went', () => {
    const before = 'The hold ends on 28 November 2028. Nothing else changes.';
    const after = 'The hold ends on 10 November 2028. Nothing else changes. Licences stay valid.';

    expect(shown(changes(before, after, 'en'))).toEqual([
      ['The hold ends on', '-28', '+10', 'November 2028'],
      ['+Licences stay valid'],
    ]);
  });

  test('punctuation, width and script are no words', () => {
    expect(changes('對鎵實施管制，即日起。', '对镓实施管制,即日起', 'zh')).toEqual([]);
  });

  test('a change at the end of a very long sentence is not lost', () => {
    const long = Array.from({ length: 300 }, (_, index) => `item${index}`).join(' ');

    expect(shown(changes(`${long} ends first.`, `${long} ends last.`, 'en'))).not.toEqual([]);
  });

  test('compares so many sentences word by word, and counts the others', () => {
    const text = (mark: string) =>
      Array.from({ length: 30 }, (_, index) => `第${index}条，${mark}。`).join('\n');

    const { shown: told, more } = textChanges(text('许可'), text('管制'), 'zh', 12);

    expect([told.length, more]).toEqual([12, 18]);
  });

  test('a text and itself differ in nothing, and every difference is shown', () => {
    const text = fc
      .array(fc.constantFrom('镓', '锗', '出口', '许可', '。', '\n', '，', '2028年', '批准'))
      .map((all) => all.join(''));
    const said = (words: string) => words.replaceAll(/[。\n，]/g, '');
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(changes(before, before, 'zh')).toEqual([]);
        if (said(before) !== said(after)) expect(changes(before, after, 'zh')).not.toEqual([]);
      }),
    );
  });
});
