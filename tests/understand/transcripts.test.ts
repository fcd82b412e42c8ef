import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/understand/classify.ts';
import { likeness, samePart } from '../../src/understand/parts.ts';

const conference = '商务部召开例行新闻发布会（2027年3月18日）';

const consumption = '封面新闻记者：节日消费如何？\n何亚东：消费市场总体平稳。';
const gallium = [
  '央视记者：我们注意到，有报道称商务部已批准一批镓出口许可申请。请问发言人有何评论？',
  '何亚东：中方依法开展许可审批。截至目前，已批准一定数量的镓出口许可申请。',
].join('\n');
const tariffs = '路透社记者：贵方会否暂停锗出口？\n何亚东：中方坚决反对加征关税。敦促对方立即纠正错误做法。';
const magnets = [
  '凤凰卫视记者：对欧盟稀土磁材出口审批能加快吗？',
  '何亚东：我们将持续加快对欧盟稀土磁材出口许可申请的审查。',
].join('\n');

function partsOf(title: string, ...exchanges: string[]) {
  return judge({ title, text: exchanges.join('\n'), publishedOn: '2027-03-18', country: 'CN' }).parts;
}

function told(title: string, ...exchanges: string[]) {
  return partsOf(title, ...exchanges).map(({ facts: { action, goods, destinations }, question }) => ({
    action,
    goods,
    destinations,
    question: question?.words.slice(0, 8),
  }));
}

describe('a transcript of several topics', () => {
  test('is read answer by answer, the strongest first', () => {
    expect(told(conference, consumption, magnets, tariffs, gallium)).toEqual([
      { action: 'approve', goods: ['gallium'], destinations: [], question: '央视记者：我们注' },
      {
        action: 'statement',
        goods: ['rare earth magnets'],
        destinations: ['EU'],
        question: '凤凰卫视记者：对',
      },
    ]);
  });

  test('has keys that say nothing of the order', () => {
    const keys = (...exchanges: string[]) => partsOf(conference, ...exchanges).map(({ part }) => part);
    expect(keys(gallium, consumption, magnets)).toEqual(keys(magnets, tariffs, gallium));
    expect(new Set(keys(gallium, magnets)).size).toBe(2);
  });

  test('has one part where one answer speaks of licences', () => {
    const [part, ...more] = partsOf(conference, consumption, gallium, tariffs);
    expect(more).toEqual([]);
    expect(part).toMatchObject({ part: '', facts: { action: 'approve', goods: ['gallium'] } });
    expect(part?.question?.words).toContain('有何评论');
  });

  test('joins answers that tell the same about the same goods', () => {
    const again = '问：镓的许可还会发放吗？\n答：近日又批准了若干镓出口许可申请。';
    const parts = partsOf('发言人答记者问', gallium, again);
    expect(parts).toMatchObject([{ part: '', facts: { action: 'approve', goods: ['gallium'] } }]);
    expect(parts[0]?.evidence.action).toHaveLength(2);
  });

  test('is silent where only the reporters speak of licences', () => {
    const asked = '记者：听说已批准20份锑出口许可。请问属实吗？\n何亚东：具体情况不掌握。';
    expect(partsOf(conference, asked, tariffs, consumption)).toEqual([]);
  });

  test('tells two answers to the same words apart', () => {
    const asks = (answer: string) => `Q: And now?\nA: ${answer}`;
    const keys = partsOf(
      'Weekly briefing',
      asks('From 1 May exporters of drones must obtain an export licence.'),
      asks('We have approved several applications to export gallium.'),
    ).map(({ part }) => part);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('one topic stays one text', () => {
  test.each([
    ['商务部新闻发言人就锑出口管制政策答记者问', gallium, magnets],
    ['商务部：已批准若干镓出口许可申请', gallium, magnets],
  ])('%s', (title, ...exchanges) => {
    expect(partsOf(title, ...exchanges).map(({ part }) => part)).toEqual(['']);
  });

  test('an ordinary notice has no question', () => {
    const parts = partsOf('商务部公告2027年第12号', '决定对铋实施出口管制，是否延期另行公告。');
    expect(parts).toMatchObject([{ part: '', question: null }]);
  });
});

describe('how speakers are marked', () => {
  const approved = 'approved a number of applications to export germanium.';
  const graphite = 'Will graphite exports stop?';
  const notBan = 'The graphite export controls are not a ban.';
  test.each<[marks: string, text: string]>([
    ['Q and A', `Q: Germanium?\nA: We have ${approved}\nQ: ${graphite}\nA: ${notBan}`],
    ['bold', `**Q:** Germanium?\n**A:** We have ${approved}\n**Q:** ${graphite}\n**A:** ${notBan}`],
    ['names', `Reuters: Germanium?\nHe Yadong: We ${approved}\nCCTV: ${graphite}\nHe Yadong: ${notBan}`],
    [
      'brackets',
      `[Bloomberg reporter] Germanium?\n[Spokesperson]: We ${approved}\n[AFP reporter] ${graphite}\n[Spokesperson]: ${notBan}`,
    ],
    [
      'answers alone',
      `It is said 20 licences were granted. Is it so?\nHe Yadong: We ${approved}\n${graphite}\nHe Yadong: ${notBan}`,
    ],
    [
      'numbers',
      `1. Question: Germanium?\nAnswer: We ${approved}\n2. Question: ${graphite}\nAnswer: ${notBan}`,
    ],
  ])('%s', (_, text) => {
    expect(told('Regular press conference', text)).toMatchObject([
      { action: 'approve', goods: ['germanium'] },
      { action: 'clarify', goods: ['graphite'] },
    ]);
  });
});

describe('the likeness of two questions', () => {
  test.each<[one: string, other: string, same: boolean]>([
    ['央视记者：请问镓出口许可进展如何？', '中央广播电视总台记者：请问，镓出口许可进展如何？', true],
    ['問：鎵出口許可進展如何？', '问：镓出口许可进展如何?', true],
    ['Q: Will you approve germanium exports?', 'Reuters: Will you approve the germanium exports?', true],
    ['请问镓出口许可进展如何？', '请问节日消费情况如何？', false],
    ['Will you approve germanium exports?', 'How is consumption after the holidays?', false],
  ])('%s / %s', (one, other, same) => {
    expect(samePart(one, other)).toBe(same);
    expect(samePart(other, one)).toBe(same);
  });

  test('is whole for a question and itself, and the same both ways', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(likeness(one, one)).toBe(1);
        expect(likeness(one, other)).toBe(likeness(other, one));
      }),
    );
  });
});
