import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/item.ts';
import type { Source } from '../../src/domain/source.ts';
import { judgeArticle } from '../../src/pipeline/observe.ts';
import { findStories } from '../../src/store/lookups.ts';
import { openNewsroom } from './newsroom.ts';

const source: Source = {
  id: 'xx-gazette',
  authority: {
    id: 'xx-ministry',
    country: 'CN',
    name: { en: 'The ministry', zh: '主管部门' },
    short: { en: 'Ministry', zh: '主管部门' },
  },
  name: { en: 'Gazette', zh: '公报' },
  language: 'zh',
  timeZone: 'Asia/Shanghai',
  url: 'https://gazette.example/',
  reader: { kind: 'feed' },
  cadence: 10,
  minRows: 0,
};

function article(title: string, text: string): Article {
  return { title, text, published: null, issuer: null, attachments: [] };
}

const dutch = {
  title: '荷兰收紧光刻设备出口管制',
  text: '3月11日，荷兰政府发布消息，自4月1日起，光刻设备出口将需要申请许可证。',
};

describe('the verdict on an article that reports what another country decided', () => {
  it('is silent, and says first whose decision it is', () => {
    const judgement = judgeArticle(article(dutch.title, dutch.text), source);

    expect(judgement).toMatchObject({ relevant: false, parts: [] });
    expect(judgement.reasons[0]).toMatchObject({
      rule: 'decided-elsewhere',
      says: 'reports a decision of the Netherlands, not of this ministry',
      points: 0,
      quote: { words: '荷兰' },
    });
  });

  it('is an Announcement where that country is the authority itself', () => {
    const authority = { ...source.authority, country: 'NL' };
    const judgement = judgeArticle(article(dutch.title, dutch.text), { ...source, authority });

    expect(judgement).toMatchObject({ relevant: true, parts: [{ decidedBy: 'Netherlands' }] });
    expect(judgement.reasons[0]?.rule).not.toBe('decided-elsewhere');
  });

  it('is an Announcement where the ministry answers it with a decision of its own', () => {
    const answer = `${dutch.text}中方决定对铼相关物项实施出口管制。`;
    expect(judgeArticle(article('答记者问', answer), source)).toMatchObject({
      relevant: true,
      parts: [{ decidedBy: 'China', facts: { action: 'new_control' } }],
    });
  });
});

describe('a post on the portal about the controls of another country', () => {
  it("alerts nobody and makes no Story, while the ministry's own does", async () => {
    const room = await openNewsroom(['cn-mofcom-portal-domestic']);
    await room.subscribe();
    await room.poll();
    const before = await findStories(room.db, { limit: 50 });

    room.ministry.publish('portal', { title: dutch.title, paragraphs: [dutch.text] });
    await room.poll();
    expect(room.told()).toEqual([]);
    expect(await findStories(room.db, { limit: 50 })).toEqual(before);

    room.ministry.publish('portal', {
      title: '商务部收紧光刻设备出口管制',
      paragraphs: ['商务部发布消息，自4月1日起，光刻设备出口将需要申请许可证。'],
    });
    await room.poll();
    expect(room.told().map(({ kind }) => kind)).toEqual(['story']);
  });
});
