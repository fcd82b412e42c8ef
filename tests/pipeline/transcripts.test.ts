import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/moment.ts';
import { openNewsroom } from './newsroom.ts';

/** A briefing of three answers, two of them on export licences. */
const briefing = {
  title: '商务部召开例行新闻发布会（2031年3月13日）',
  paragraphs: [
    '记者：请问部分钢铁产品出口许可证如何申领？',
    '发言人：自2031年4月1日起，对部分钢铁产品实施出口许可证管理，出口企业应当凭出口合同申领出口许可证。',
    '记者：请问锗物项的出口申请办理得怎么样？',
    '发言人：经依法审查，商务部已批准一定数量的锗物项出口许可申请。',
    '记者：请介绍今年消费品以旧换新的情况。',
    '发言人：今年以来，消费品以旧换新带动销售稳步增长。',
  ],
};

describe('a transcript of several topics', () => {
  it('is one message a channel, which the strongest answer leads', async () => {
    const room = await openNewsroom(['cn-mofcom-spokesperson']);
    await room.subscribe();
    await room.poll();

    room.ministry.publish('spokesperson', briefing);
    await room.poll();

    expect(room.told()).toEqual([{ kind: 'story', channelId: 'channel', operation: 'send' }]);
    expect(room.messenger.arrived[0]?.body).toMatchObject({
      view: {
        tier: 'decision',
        facts: { action: 'approve', goods: ['germanium'] },
        answer: { number: 2, of: 3, question: expect.stringContaining('请问锗物项的出口申请') },
        alsoHere: [{ facts: { goods: ['steel products'] }, answer: { number: 1, of: 3 } }],
        silentAnswers: [3],
      },
    });
  });

  it('leads with the answer that a channel watches for', async () => {
    const room = await openNewsroom(['cn-mofcom-spokesperson']);
    await room.subscribe({ channelId: 'steel', goods: ['steel products'] });
    await room.poll();

    room.ministry.publish('spokesperson', briefing);
    await room.poll();

    expect(room.messenger.arrived).toHaveLength(1);
    expect(room.messenger.arrived[0]?.body).toMatchObject({
      view: { facts: { goods: ['steel products'] }, alsoHere: [{ facts: { goods: ['germanium'] } }] },
    });
  });

  it('is not told anew when its questions are edited and put in another order', async () => {
    const room = await openNewsroom(['cn-mofcom-spokesperson']);
    await room.subscribe();
    await room.poll();
    const published = room.ministry.publish('spokesperson', briefing);
    await room.poll();
    room.told();

    const [steelQuestion = '', steel = '', germaniumQuestion = '', germanium = '', ...rest] =
      briefing.paragraphs;
    const edited = germaniumQuestion.replace('怎么样', '如何');
    room.ministry.edit(published, { paragraphs: [edited, germanium, steelQuestion, steel, ...rest] });
    await room.clock.advance(16 * MINUTE);
    await room.poll();

    expect(room.told().filter(({ kind }) => kind !== 'update')).toEqual([]);
  });

  it('whose answer is taken out has that answer withdrawn, and no other', async () => {
    const room = await openNewsroom(['cn-mofcom-spokesperson']);
    await room.subscribe();
    await room.poll();
    const published = room.ministry.publish('spokesperson', briefing);
    await room.poll();
    room.told();

    room.ministry.edit(published, {
      paragraphs: [...briefing.paragraphs.slice(0, 2), ...briefing.paragraphs.slice(4)],
    });
    await room.clock.advance(HOUR);
    await room.poll();

    expect(room.told().filter(({ kind }) => kind === 'withdrawal')).toHaveLength(1);
    const withdrawal = room.messenger.arrived.find(({ body }) => body.kind === 'withdrawal');
    expect(withdrawal?.body).toMatchObject({ by: 'source', view: { facts: { goods: ['germanium'] } } });
  });
});
