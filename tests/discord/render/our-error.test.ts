import { describe, expect, it } from 'vitest';
import { renderMessage } from '../../../src/discord/render/message.ts';
import { renderTerminal } from '../../../src/discord/render/terminal.ts';
import type { DigestEntry } from '../../../src/domain/alert.ts';
import type { FactChange } from '../../../src/domain/facts.ts';
import { messageLanguages } from '../../../src/domain/subscription.ts';
import { goods } from '../../../src/understand/lexicon/goods.ts';
import { validate } from '../../fakes/discord/validate.ts';
import { approval, context, hold, message, movedEnd, ROLE } from './views.ts';

const ours = (view = hold, changes: FactChange[] = [movedEnd]) =>
  ({ kind: 'correction', view, changes, by: 'us' }) as const;

describe('an error of ours', () => {
  it('is told as ours, beside what the text says', () => {
    const { content, embeds } = renderMessage(message(ours()), context);

    expect(content.split('\n')).toEqual([
      'OUR ERROR on China, No. 12 of 2027: end date 8 March 2028, not 18 March 2028 as we said',
      '本机器人更正（公告2027年第12号）：截止日期为2028年3月8日，误报为2028年3月18日',
      `<@&${ROLE}>`,
    ]);
    expect(embeds[0]?.author?.name).toBe(
      'CORRECTED BY US · the text did not change · graphite and drones · No. 12 of 2027',
    );
    expect(embeds[0]?.description).toBe(
      '**We said**  end date: 18 March 2028\n**The text says**  end date: **8 March 2028**',
    );
  });

  it('is told of what was left out, and of what is not stated', () => {
    const added: FactChange = { fact: 'destinations', from: [], to: ['Japan'] };
    const gone: FactChange = { fact: 'expiryDate', from: '2028-03-08', to: null };
    const lines = (change: FactChange, language: 'en' | 'zh') =>
      renderMessage(message(ours(approval, [change]), { language, roleIds: [] }), context);

    expect(lines(added, 'en').content).toBe(
      'OUR ERROR on China, gallium: destinations Japan, left out by us',
    );
    expect(lines(added, 'zh').content).toBe('本机器人更正（商务部，镓）：目的地为日本，此前漏报');
    expect(lines(gone, 'en').content).toBe(
      'OUR ERROR on China, gallium: end date not stated, not 8 March 2028 as we said',
    );
    expect(lines(gone, 'en').embeds[0]?.description).toContain('**The text says**  end date: **not stated**');
    expect(lines(gone, 'zh').content).toBe('本机器人更正（商务部，镓）：截止日期未说明，误报为2028年3月8日');
  });

  it('is never called a change by the source, in no place where it is shown', () => {
    const corrected = { ...hold, corrections: [{ ...movedEnd, at: 0, by: 'us' as const }] };
    const edited = renderMessage(message({ kind: 'update', view: corrected }), context);
    const options = { colour: false, links: false };
    const printed = [ours(), { kind: 'update', view: corrected } as const].map((body) =>
      renderTerminal(message(body), context, options),
    );

    expect(edited.embeds[0]?.description).toContain('**Corrected by us**  end date: ~~18 March 2028~~');
    expect(printed[0]).toContain('OUR ERROR on China');
    expect(printed[1]).toContain('edited: Corrected by us · end date: (18 March 2028)');
    for (const text of [
      ...printed,
      JSON.stringify(edited),
      JSON.stringify(renderMessage(message(ours()), context)),
    ]) {
      expect(text).not.toMatch(/BY THE SOURCE|China corrects|来源更正|商务部更正/);
    }
  });

  it.each(messageLanguages)('fits what Discord takes, however much was wrong, in %s', (language) => {
    const all = goods.map(({ name }) => name);
    const changes: FactChange[] = [
      { fact: 'goods', from: [], to: all },
      { fact: 'destinations', from: ['United States', 'Japan', 'EU', 'India'], to: ['United Kingdom'] },
      movedEnd,
    ];
    const view = { ...hold, facts: { ...hold.facts, goods: all, announcementNo: null } };
    const payload = renderMessage(message(ours(view, changes), { language, roleIds: [] }), context);

    expect(() => validate('message', payload, 0)).not.toThrow();
    for (const line of payload.content.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it.each(['en', 'zh'] as const)('is told as ours in a digest, in %s', (language) => {
    const misled = { ...hold, withdrawnAt: hold.firstSeenAt, withdrawnBy: 'us' as const };
    const ruled = { ...hold, corrections: [{ ...movedEnd, at: 0, by: 'us' as const }] };
    const digest = (entry: DigestEntry) =>
      renderMessage(
        message(
          {
            kind: 'digest',
            ...{ every: 'day', since: 0, entries: [entry] },
            counts: { decision: 0, measure: 1, statement: 0 },
          },
          { roleIds: [], language },
        ),
        context,
      );

    for (const entry of [
      { news: 'withdrawal', by: 'us', view: misled },
      // As it was stored before views knew by whom.
      { news: 'withdrawal', by: 'us', view: { ...hold, withdrawnAt: hold.firstSeenAt } },
      { news: 'follow-up', view: misled },
      { news: 'correction', by: 'us', view: ruled },
    ] as const) {
      const payload = digest(entry);
      expect(JSON.stringify(payload)).not.toMatch(/BY THE SOURCE|Withdrawn|来源更正|撤下/);
      expect(payload.content).toContain(language === 'en' ? 'OUR ERROR on China' : '本机器人更正（');
      const description = payload.embeds[0]?.description;
      expect(description).toContain(language === 'en' ? 'CORRECTED BY US · ' : '本机器人更正 · ');
      const nothing = language === 'en' ? 'its text has nothing on export licences' : '正文并无出口许可内容';
      expect(description?.includes(nothing)).toBe(entry.news !== 'correction');
      expect(description?.includes('~~')).toBe(entry.news !== 'correction');
    }
  });

  it('is admitted in the first message too, where a title had misled us: the source withdrew nothing', () => {
    const view = { ...hold, textRead: false, withdrawnAt: hold.firstSeenAt };
    const bodies = [
      { kind: 'update', view, by: 'us' },
      { kind: 'withdrawal', view, by: 'us' },
    ] as const;

    const shown = { kind: 'story', view: { ...view, withdrawnBy: 'us' } } as const;
    for (const body of [...bodies, shown]) {
      const payload = renderMessage(message(body, { roleIds: [] }), context);
      expect(payload.content.split('\n')).toEqual([
        'OUR ERROR on China, No. 12 of 2027: its text has nothing on export licences',
        '本机器人更正（公告2027年第12号）：正文并无出口许可内容',
      ]);
      expect(JSON.stringify(payload)).not.toMatch(/Withdrawn|已撤下|no longer be read/);
    }
    expect(renderTerminal(message(bodies[0]), context, { colour: false, links: false })).toContain(
      'edited: Corrected by us',
    );
  });
});
