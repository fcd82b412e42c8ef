import { describe, expect, it } from 'vitest';
import { renderMessage } from '../../../src/discord/render/message.ts';
import { renderTerminal } from '../../../src/discord/render/terminal.ts';
import type { Disagreement, StatingText } from '../../../src/domain/disagreement.ts';
import type { StoryView } from '../../../src/domain/story.ts';
import type { MessageLanguage } from '../../../src/domain/subscription.ts';
import { validate } from '../../fakes/discord/validate.ts';
import { approval, context, differingEnd, hold, message } from './views.ts';

const differing: StoryView = {
  ...hold,
  facts: { ...hold.facts, goods: [] },
  disagreements: [differingEnd],
};
const plain = { colour: false, links: false };

const chinese: StatingText = {
  language: 'zh',
  sourceId: 'cn-briefing',
  url: 'https://ministry.example/zh/2027-12.html',
};
const counts: Disagreement = {
  fact: 'licencesCount',
  notice: null,
  values: [
    { value: 12, quote: '12份', texts: [chinese] },
    { value: 21, quote: '21份', texts: [{ ...chinese, sourceId: 'cn-portal' }] },
  ],
};

function embedOf(view: StoryView, language: MessageLanguage = 'en') {
  const payload = renderMessage(message({ kind: 'story', view }, { language }), context);
  expect(() => validate('message', payload, 0)).not.toThrow();
  return payload.embeds[0];
}

function reply(disagreements: Disagreement[], language: MessageLanguage = 'both', view = hold) {
  const body = { kind: 'difference', view: { ...view, disagreements }, disagreements } as const;
  const payload = renderMessage(message(body, { language, roleIds: [], silent: true }), context);
  expect(() => validate('message', payload, 0)).not.toThrow();
  return { content: payload.content.split('\n'), embed: payload.embeds[0], flags: payload.flags };
}

describe('the message of a notice whose texts differ', () => {
  it('says so directly under what is stated and not stated', () => {
    const lines = embedOf(differing)?.description?.split('\n');

    expect(lines?.slice(-3)).toEqual([
      expect.stringContaining('**Stated**'),
      expect.stringContaining('**Not stated**'),
      '**Texts differ**  end date: 8 Mar 2028 (Chinese page) · 18 Mar 2028 (English page); the Chinese text is the basis',
    ]);
    expect(embedOf(differing, 'zh')?.description).toContain(
      '**文本不一致**  截止日期：2028年3月8日（中文页面） · 2028年3月18日（英文页面）；以中文文本为准',
    );
    expect(embedOf(hold)?.description).not.toContain('differ');
  });

  it('names the Sources where the texts are of one language, and calls none of them the basis', () => {
    expect(embedOf({ ...approval, disagreements: [counts] })?.description).toMatch(
      /\*\*Texts differ\*\* {2}number of licences: 12 \(Ministry briefing\) · 21 \(cn-portal\)$/,
    );
  });

  it('names the notice of a package', () => {
    const view = { ...hold, disagreements: [{ ...differingEnd, notice: 'No. 13 of 2027' }] };

    expect(embedOf(view)?.description).toContain('**Texts differ**  No. 13 of 2027 · end date: 8 Mar 2028');
    expect(embedOf(view, 'zh')?.description).toContain('公告2027年第13号 · 截止日期：');
  });

  it('says it in a terminal, in a new message and in an edit', () => {
    const line = 'Texts differ  end date: 8 Mar 2028 (Chinese page) · 18 Mar 2028 (English page)';

    expect(renderTerminal(message({ kind: 'story', view: differing }), context, plain)).toContain(
      `  ${line}`,
    );
    expect(renderTerminal(message({ kind: 'update', view: differing }), context, plain)).toContain(
      `edited: ${line}; the Chinese text is the basis; also English page: `,
    );
  });
});

describe('the reply that says so', () => {
  it('says both values in the push line, in either language', () => {
    expect(reply([differingEnd]).content).toEqual([
      "China's texts of No. 12 of 2027 differ: end date 8 Mar 2028 or 18 Mar 2028",
      '公告2027年第12号各页面不一致：截止日期为2028年3月8日或2028年3月18日',
    ]);
    expect(reply([differingEnd]).flags).toBe(4096);
  });

  it('names the goods where the texts have no number, and says how many facts more differ', () => {
    expect(reply([counts, differingEnd], 'both', approval).content).toEqual([
      "China's texts on gallium exports differ: number of licences 12 or 21 (+1 more)",
      '商务部镓出口许可文本各页面不一致：许可数量为12份或21份（另有1处）',
    ]);
  });

  it('stays within what a phone shows', () => {
    const many: Disagreement = {
      ...differingEnd,
      notice: null,
      values: ['2028-11-18', '2028-11-19', '2028-11-20', '2028-12-21'].map((value) => ({
        value,
        quote: null,
        texts: [chinese],
      })),
    };
    const [english = '', han = ''] = reply([many, counts]).content;

    expect(english).toBe("China's texts of No. 12 of 2027 differ: end date (+1 more)");
    expect(english.length).toBeLessThanOrEqual(100);
    expect(han.length).toBeLessThanOrEqual(50);
  });

  it("quotes each text in the ministry's words, and links it", () => {
    const { embed } = reply([differingEnd], 'en');

    expect(embed?.author?.name).toBe('TEXTS DIFFER · graphite and drones · No. 12 of 2027');
    expect(embed?.fields).toEqual([
      {
        name: "In the ministry's words",
        value: [
          '「自即日起至2028年3月8日」 [Chinese page ↗](https://ministry.example/zh/2027-12.html)',
          '“until 18 March 2028” [English page ↗](https://ministry.example/en/2027-12.html)',
        ].join('\n'),
      },
    ]);
  });

  it('says that nobody says which holds, unless one text is the basis', () => {
    expect(reply([counts], 'en').embed?.description).toContain('\nWhich of them holds, no page says.');
    expect(reply([differingEnd], 'en').embed?.description).not.toContain('Which of them holds');
  });

  it('lets no words of a page format, mention or link', () => {
    const hostile: Disagreement = {
      ...counts,
      values: counts.values.map((value) => ({
        ...value,
        quote: '@everyone [x](http://evil.example) **12**',
        texts: [{ ...chinese, url: 'javascript:alert(1)' }],
      })),
    };

    const [field] = reply([hostile], 'en').embed?.fields ?? [];
    expect(field?.value).not.toMatch(/@everyone|\]\(http|javascript|(?<!\\)\*\*12/);
  });
});
