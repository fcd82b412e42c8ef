import { describe, expect, it } from 'vitest';
import { deliveryIdIn } from '../../../src/discord/render/buttons.ts';
import { type MessagePayload, renderMessage } from '../../../src/discord/render/message.ts';
import type { AlertKind } from '../../../src/domain/alert.ts';
import type { StoryView } from '../../../src/domain/story.ts';
import { messageLanguages } from '../../../src/domain/subscription.ts';
import { goods } from '../../../src/understand/lexicon/goods.ts';
import { validate } from '../../fakes/discord/validate.ts';
import { approval, bodies, context, hold, message, noFacts, quoted, ROLE } from './views.ts';

const kinds = Object.keys(bodies) as AlertKind[];
const everyMessage = kinds.flatMap((kind) => messageLanguages.map((language) => ({ kind, language })));

describe('renderMessage', () => {
  it('tells an approval as a desk reads it: what was said, then what was not', () => {
    const payload = renderMessage(message(bodies.story), context);

    expect(payload).toEqual({
      content: [
        'China says gallium export licences approved: "a number"; US firms: not stated',
        '商务部：已批准若干镓出口许可申请，未说明数量及是否涉及美企',
        `<@&${ROLE}>`,
      ].join('\n'),
      embeds: [
        {
          author: { name: 'LICENCES GRANTED · gallium · 2nd report since 14 January 2027' },
          title: 'China\'s commerce ministry says gallium export licences approved: "a number"',
          url: `https://ministry.example/zh/brief-0304.html#:~:text=${encodeURIComponent('近日已批准若干镓')}`,
          color: 0x2e9e5b,
          description: [
            '中国商务部：已批准若干镓出口许可申请',
            '**Stated**  applications approved: "a number" (若干) · goods: gallium',
            '**Not stated**  how many licences · which companies · which countries (US, EU, Japan …) · since when · kind of licence',
          ].join('\n'),
          fields: [
            {
              name: "In the ministry's words",
              value: [
                '《例行发布会实录（3月4日）》',
                '「近日已批准若干镓产品的出口申请」',
                '*Our gloss: 若干 = a number; 已批准 = has approved*',
              ].join('\n'),
            },
            { name: 'When', value: 'Published <t:1804147500:f> · seen 3 min later' },
          ],
          footer: { text: 'Ministry briefing · Chinese text is the basis' },
        },
      ],
      components: [
        {
          type: 1,
          components: [
            {
              type: 2,
              style: 5,
              label: 'Official text',
              url: `https://ministry.example/zh/brief-0304.html#:~:text=${encodeURIComponent('近日已批准若干镓')}`,
            },
            { type: 2, style: 2, label: 'Story', custom_id: 'story:41' },
            { type: 2, style: 2, label: 'Why and evidence', custom_id: 'why:f3c1d2' },
          ],
        },
      ],
      allowed_mentions: { parse: [], roles: [ROLE] },
    });
  });

  it('writes a Chinese channel in Chinese alone', () => {
    const { content, embeds } = renderMessage(
      message(bodies.story, { language: 'zh', roleIds: [] }),
      context,
    );

    expect(content).toBe('商务部：已批准若干镓出口许可申请，未说明数量及是否涉及美企');
    expect(embeds[0]).toMatchObject({
      author: { name: '许可获批 · 镓 · 2027年1月14日以来第2次通报' },
      title: '中国商务部：已批准若干镓出口许可申请',
      description: [
        '**已说明**　已批准「若干」申请 · 物项：镓',
        '**未说明**　数量 · 具体企业 · 目的地（美国、欧盟、日本等） · 起始时间 · 许可类型',
      ].join('\n'),
      fields: [
        { name: '原文', value: '《例行发布会实录（3月4日）》\n「近日已批准若干镓产品的出口申请」' },
        { name: '时间', value: '发布于 <t:1804147500:f> · 3分钟后读到' },
      ],
      footer: { text: '例行发布会 · 以中文原文为准' },
    });
  });

  it.each`
    language   | en                              | zh
    ${'zh-TW'} | ${'Chinese text is the basis'}  | ${'以繁体中文原文为准'}
    ${'ja'}    | ${'Japanese text is the basis'} | ${'以日文原文为准'}
    ${'de'}    | ${'German text is the basis'}   | ${'以德文原文为准'}
  `('names the language of a text that is neither English nor Chinese: $language', ({ language, en, zh }) => {
    const links = approval.links.map((link) => ({ ...link, language }));
    const footerIn = (shown: 'en' | 'zh') => {
      const body = { kind: 'story', view: { ...approval, links } } as const;
      return renderMessage(message(body, { language: shown }), context).embeds?.[0]?.footer?.text;
    };

    expect(footerIn('en')).toMatch(new RegExp(`· ${en}$`));
    expect(footerIn('zh')).toMatch(new RegExp(`· ${zh}$`));
  });

  it('shows a date without a time as a date, and links the English page', () => {
    const [embed] = renderMessage(message({ kind: 'story', view: hold }), context).embeds;

    expect(embed?.fields?.slice(1)).toEqual([
      { name: 'When', value: `Published 9 March 2027 · first seen <t:${hold.firstSeenAt / 1000}:f>` },
      { name: 'Also', value: '[English page ↗](https://ministry.example/en/2027-12.html)' },
    ]);
  });

  it('marks what is late', () => {
    const view: StoryView = { ...hold, lateness: 'late' };
    const { content, embeds } = renderMessage(message({ kind: 'story', view }), context);

    expect(content).toMatch(/^Late: China suspends .*\n【补报】商务部/);
    expect(embeds[0]?.title).toMatch(/^Late: /);
  });

  it('says of an unread text that nothing is known to be missing from it', () => {
    const view: StoryView = { ...approval, textRead: false };
    const { content, embeds } = renderMessage(message({ kind: 'story', view }), context);

    expect(content).toContain('approved: "a number" (text not yet read)');
    expect(content).toContain('（正文未读）');
    expect(content).not.toContain('not stated');
    expect(embeds[0]?.description).toContain('**Not stated**  not known until the text has been read');
  });

  it('strikes a corrected value through, keeps the role in the text and pings nobody', () => {
    const { content, embeds, allowed_mentions } = renderMessage(message(bodies.update), context);

    expect(content).toMatch(
      /^\[Corrected\] China suspends some graphite and drone export controls until 8 Mar 2028/,
    );
    expect(content).toContain(`<@&${ROLE}>`);
    expect(allowed_mentions).toEqual({ parse: [], roles: [] });
    expect(embeds[0]?.description).toContain(
      '**Corrected**  end date: ~~18 March 2028~~ → **8 March 2028** · <t:1809266700:R>',
    );
  });

  it('announces a correction with both dates', () => {
    const { content, embeds } = renderMessage(message(bodies.correction), context);

    expect(content.split('\n').slice(0, 2)).toEqual([
      'China corrects No. 12 of 2027: end date 8 Mar 2028, not 18 Mar 2028',
      '商务部更正公告2027年第12号：截止日期改为2028年3月8日，原为2028年3月18日',
    ]);
    expect(embeds[0]?.description).toBe('**Changed**  end date: ~~18 March 2028~~ → **8 March 2028**');
  });

  it('says which page was corrected, and when each of its texts was seen', () => {
    const view: StoryView = { ...hold, rewordedAt: hold.firstSeenAt + 60_000, rewordedIn: 'cn-english' };
    const [embed] = renderMessage(message({ ...bodies.correction, view }), context).embeds;
    const seen = hold.firstSeenAt / 1000;

    expect(embed?.description?.split('\n').slice(1)).toEqual([
      '**Which text**  English page',
      `First text seen <t:${seen}:f>, corrected text seen <t:${seen + 60}:f>; both are kept.`,
    ]);
  });

  it('tells new facts as an addition, not as a correction', () => {
    const { content, embeds } = renderMessage(message(bodies['follow-up'], { language: 'en' }), context);

    expect(content).toBe(`China adds to No. 12 of 2027: destinations Japan\n<@&${ROLE}>`);
    expect(embeds[0]?.description).toBe('**Added**  destinations: **Japan**');
  });

  it('strikes a withdrawn story through without saying that it no longer holds', () => {
    const [reply] = renderMessage(message(bodies.withdrawal), context).embeds;
    const edit = renderMessage(message({ ...bodies.update, view: bodies.withdrawal.view }), context);

    expect(reply?.title).toMatch(/^~~China's .*~~$/);
    expect(reply?.description).toContain('says nothing about whether what it announced still holds');
    expect(edit.content).toMatch(/^\[Withdrawn\] /);
  });

  it('leads a group with the strongest and lists the rest', () => {
    const { content, embeds } = renderMessage(message(bodies.group, { language: 'en' }), context);

    expect(content).toMatch(/^China says gallium export licences approved: .* \(\+2 more\)\n/);
    expect(embeds[0]?.description?.split('\n')).toEqual([
      expect.stringMatching(
        /^\*\*4 Mar 2027\*\* {2}China says gallium .* \[source\]\(https:\/\/ministry\.example/,
      ),
      expect.stringMatching(/^\*\*9 Mar 2027\*\* {2}China suspends some graphite and drone/),
      expect.stringMatching(/^\*\*9 Mar 2027\*\* {2}China suspends some graphite and drone/),
    ]);
  });

  it('counts what a digest holds, names the most important, and lists it by tier', () => {
    const { content, embeds } = renderMessage(message(bodies.digest, { roleIds: [] }), context);
    const [english = '', chinese = ''] = content.split('\n');

    expect(english).toMatch(/^Daily digest: 1 decision, 1 measure, 1 statement\. China says gallium .*…$/);
    expect(english.length).toBeLessThanOrEqual(100);
    expect(chinese).toMatch(/^每日汇总：决定1条、措施1条、表态1条。商务部：.*$/);
    expect(chinese.length).toBeLessThanOrEqual(50);
    expect(embeds[0]?.description?.split('\n')).toEqual([
      expect.stringMatching(/^Since <t:\d+:f>$/),
      '**1 decision**',
      expect.stringMatching(
        /^\*\*4 Mar 2027\*\* {2}LICENCES GRANTED · China's commerce ministry says .* \[source\]\(https:\/\/ministry\.example/,
      ),
      '**1 measure**',
      expect.stringMatching(
        /^\*\*9 Mar 2027\*\* {2}CORRECTED BY THE SOURCE · China's commerce ministry suspends/,
      ),
      '**1 statement**',
      expect.stringMatching(/^\*\*9 Mar 2027\*\* {2}WITHDRAWN BY THE SOURCE · ~~China's .*~~ \[/),
    ]);
  });

  it('cuts a long digest between entries, and says how many more there are', () => {
    const url = `https://ministry.example/${'long/'.repeat(90)}`;
    const view = { ...hold, links: hold.links.map((link) => ({ ...link, url })) };
    const entries = Array.from({ length: 60 }, () => ({ news: 'story' as const, view }));
    const counts = { decision: 0, measure: 99, statement: 0 };
    const payload = renderMessage(message({ ...bodies.digest, entries, counts }), context);
    const lines = payload.embeds[0]?.description?.split('\n') ?? [];

    expect(() => validate('message', payload, 0)).not.toThrow();
    const shown = lines.filter((line) => line.endsWith(')'));
    expect(lines.at(-1)).toBe(`and ${99 - shown.length} more`);
    expect(lines).toHaveLength(shown.length + 3);
  });

  it('says of old pages that they are no news', () => {
    const old = (on: string): StoryView => ({
      ...hold,
      lateness: 'old',
      published: { precision: 'date', on, at: null },
    });
    const views = [old('2026-11-03'), old('2026-08-21')];
    const { content } = renderMessage(message({ kind: 'group', views }, { roleIds: [] }), context);

    expect(content.split('\n')).toEqual([
      '2 older notices on export licences surfaced (21 Aug 2026 to 3 Nov 2026): none is news',
      '补录2条较早的出口许可消息（2026年8月21日至2026年11月3日），并非新消息',
    ]);
  });

  it('says when it is blind that silence is not "no news"', () => {
    const { content, embeds } = renderMessage(message(bodies.blind, { roleIds: [] }), context);

    expect(content.split('\n')).toEqual([
      'Blind on China since 2 May 14:05 UTC: silence here is not "no news" until this clears',
      '中国商务部来源自5月2日14:05（UTC）起均无法读取，期间无提醒不代表无消息',
    ]);
    expect(embeds[0]?.description).toContain(
      '**Ministry briefing**  answers with a challenge page (HTTP 412 from ministry.example.)',
    );
  });

  it('says where people can look for themselves while it is blind', () => {
    const known = { ...context, sourceUrl: () => 'https://ministry.example/zh/' };
    const [embed] = renderMessage(message(bodies.blind), known).embeds;

    expect(embed?.description).toContain(
      '[Ministry briefing ↗](https://ministry.example/zh/)  answers with a challenge page',
    );
  });

  it('says on recovery what was caught up', () => {
    const { content } = renderMessage(message(bodies.recovery, { roleIds: [] }), context);

    expect(content.split('\n')).toEqual([
      "Reading China's commerce ministry again after 3 h 10 min: 5 published meanwhile, 2 on licences",
      '中国商务部中断3小时10分钟后恢复读取，补读5条，其中2条相关',
    ]);
  });

  it.each(everyMessage)('sends a $kind in $language that Discord takes', ({ kind, language }) => {
    const payload = renderMessage(message(bodies[kind], { language, silent: true }), context);

    expect(() => validate(kind === 'update' ? 'message edit' : 'message', payload, 0)).not.toThrow();
    expect(JSON.stringify(payload)).not.toMatch(/undefined|null|NaN/);
  });

  it.each(everyMessage)("carries the Delivery's id in a $kind in $language", ({ kind, language }) => {
    const payload = renderMessage(message(bodies[kind], { language }), context);

    expect(customIdsOf(payload).flatMap((id) => deliveryIdIn(id) ?? [])).toEqual(['f3c1d2']);
  });

  it('is silent by the flag, which an edit may not carry', () => {
    const flagsOf = (kind: AlertKind, silent: boolean) =>
      renderMessage(message(bodies[kind], { silent }), context).flags;

    expect(flagsOf('story', true)).toBe(4096);
    expect(flagsOf('story', false)).toBeUndefined();
    expect(flagsOf('update', true)).toBeUndefined();
  });

  it('has no button for an address that nobody should open', () => {
    const [link] = approval.links;
    const view = { ...approval, links: [{ ...link, url: 'javascript:alert(1)' }] } as StoryView;
    const { embeds, components } = renderMessage(message({ kind: 'story', view }), context);

    expect(embeds[0]).not.toHaveProperty('url');
    expect(components[0]?.components.map((button) => button.type === 2 && button.style)).toEqual([2, 2]);
  });
});

describe('text from outside', () => {
  const hostile: Record<string, string> = {
    everyone: '@everyone and @here look',
    mentions: '<@&1200000000000000007> <@42> <#42> <t:0:R> </x:1>',
    links: '[free licences](http://evil.example) and ![x](http://evil.example/i.png)',
    addresses: 'http://evil.example https://evil.example/_a_',
    formats: '**bold** __under__ ~~gone~~ `code` ||spoiler|| *it*',
    heading: '# heading',
    quote: '> quote',
    block: '```\nblock\n```',
    list: '- list',
    invisible: 'ev\u200Beryone \u202Etxet\u202C \u0007\u001B[31mred \u{E0041}',
    'half a character': '\uD800 lone surrogate',
    'half a link': '](http://evil.example)',
    'many stars': '*'.repeat(3000),
    'many characters': '稀'.repeat(3000),
  };

  it.each(Object.entries(hostile))('neither pings, formats nor links: %s', (_, text) => {
    const view: StoryView = {
      ...hold,
      issuer: text,
      evidence: { action: quoted(text), expiryDate: quoted(text, 'title') },
      links: hold.links.map((link) => ({ ...link, title: text })),
    };
    const plain = { ...hold, evidence: { action: quoted('公告'), expiryDate: quoted('期限', 'title') } };
    const named = { ...context, sourceName: () => ({ en: text, zh: text }) };
    const payload = renderMessage(message({ kind: 'story', view }), named);
    const marked = markdownOf(payload);

    expect(() => validate('message', payload, 0)).not.toThrow();
    expect(payload.allowed_mentions).toEqual({ parse: [], roles: [ROLE] });
    expect(payload.content).toBe(renderMessage(message({ kind: 'story', view: plain }), context).content);
    expect(marked).not.toMatch(/@(?:everyone|here)/);
    expect(marked).not.toMatch(/(?<!\\)<(?:@|#|\/|t:0)/);
    expect(marked).not.toMatch(/(?<!\]\()https?:\/\/(?!ministry\.example)/);
    expect(marked).not.toMatch(/\]\((?!https:\/\/ministry\.example)/);
    expect(marked).not.toMatch(/[\u202A-\u202E\u0007\u001B\u{E0041}]/u);
    expect(unescapedMarks(marked)).toEqual(
      unescapedMarks(markdownOf(renderMessage(message({ kind: 'story', view: plain }), context))),
    );
  });

  it('keeps the longest realistic notice within the limits', () => {
    const words = '对原产于境内的相关物项，未经许可，不得出口，出口经营者应当依法申请。'.repeat(40);
    const view: StoryView = {
      ...hold,
      facts: {
        ...noFacts,
        action: 'new_control',
        goods: goods.map(({ name }) => name),
        destinations: ['United States', 'Japan', 'EU', 'India', 'Taiwan', 'South Korea', 'United Kingdom'],
        announcementNo: 'No. 12 of 2027',
        effectiveDate: '2027-03-09',
      },
      evidence: {
        action: quoted(words),
        effectiveDate: quoted(`${words}。`),
        expiryDate: quoted(`${words}！`),
      },
      links: Array.from({ length: 30 }, (_, index) => ({
        url: `https://ministry.example/${'long/'.repeat(60)}${index}`,
        language: 'zh' as const,
        sourceId: 'cn-briefing',
        title: words,
      })),
    };
    const payload = renderMessage(message({ kind: 'story', view }), context);
    const group = renderMessage(message({ kind: 'group', views: Array(40).fill(view) }), context);

    expect(() => validate('message', payload, 0)).not.toThrow();
    expect(() => validate('message', group, 0)).not.toThrow();
  });
});

function customIdsOf(payload: MessagePayload): string[] {
  return payload.components.flatMap((row) =>
    row.components.flatMap((button) => ('custom_id' in button ? [button.custom_id] : [])),
  );
}

/** All places where Discord reads markdown. */
function markdownOf(payload: MessagePayload): string {
  return payload.embeds
    .flatMap(({ title, description, fields = [] }) => [
      title,
      description,
      ...fields.map(({ value }) => value),
    ])
    .join('\n');
}

/** What formats: marks that no backslash precedes, and line starts; links and timestamps left out. */
function unescapedMarks(markdown: string): string[] {
  const bare = markdown
    .replace(/\[[^\]]*\]\([^)]*\)|<t:\d+:[fR]>|\*Our gloss.*\*/gu, '')
    .replace(/\\./gsu, '');
  return bare.match(/\*\*|~~|\*|_|`|\|\||^(?:#{1,3}|>|-) /gmu) ?? [];
}
