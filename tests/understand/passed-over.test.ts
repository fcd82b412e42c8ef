import { expect, test } from 'vitest';
import { judge } from '../../src/understand/classify.ts';
import { passedOver } from '../../src/understand/passed-over.ts';

const words = (title: string, text: string) => {
  const document = { title, text, publishedOn: '2027-03-18', country: 'CN' };
  const evidence = judge(document).parts[0]?.evidence ?? {};
  return passedOver(document, evidence).map((each) => ({
    ...each,
    quote: each.quote.words,
  }));
};

test("a reporter's words are none of the ministry's, nor is a number in them", () => {
  const text = [
    '央视记者：有报道称商务部已批准一批镓出口许可申请，审批用时45天。请问发言人有何评论？',
    '何亚东：中方依法审批，已批准一定数量的镓出口许可申请。',
  ].join('\n');

  expect(words('商务部召开例行新闻发布会', text)).toEqual([
    { kind: 'question', quote: expect.stringContaining('已批准一批镓出口许可申请') },
    { kind: 'number', asked: true, quote: '45天' },
  ]);
});

test.each`
  title                                     | text                                                                                   | numbers
  ${'Export licences for gallium approved'} | ${'The ministry approved 12 export licences for gallium for 43 goods within 45 days.'} | ${['43 goods', '45 days']}
  ${'关于对镓相关物项实施出口管制的公告'}   | ${'决定对12个实体和3类镓物项实施出口管制，未经许可不得出口。'}                         | ${['12个实体', '3类']}
  ${'Export licences for gallium approved'} | ${'The ministry approved 12 export licences for gallium.'}                             | ${[]}
  ${'关于镓出口许可的公告'}                 | ${'自2027年3月4日起，根据公告2027年第18号，已批准若干镓出口许可申请。'}                | ${[]}
`('a number that counts no licences is passed over: $text', ({ title, text, numbers }) => {
  expect(words(title, text).map(({ quote }) => quote)).toEqual(numbers);
});
