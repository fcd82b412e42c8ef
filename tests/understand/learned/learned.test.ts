import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/understand/classify.ts';
import { fromStored, toStored } from '../../../src/understand/learned/file.ts';
import { WordIndex } from '../../../src/understand/learned/index.ts';
import { bestOf, featuresOf, scoresOf } from '../../../src/understand/learned/model.ts';
import { type Labelled, learn } from '../../../src/understand/learned/train.ts';
import { saidIn, wordsOf } from '../../../src/understand/learned/words.ts';
import { passageOf } from '../../../src/understand/passage.ts';

const passage = (title: string, text = '') => passageOf({ title, text, publishedOn: '2027-03-18' });

function labelled(title: string, action: Labelled['action']): Labelled {
  return { words: wordsOf(passage(title)), relevant: action !== null, action };
}

/** A toy world: ministries let out or hold back, and gardens have flowers. */
const toy: Labelled[] = [
  ...['ore', 'wool', 'salt', 'tea'].flatMap((good) => [
    labelled(`Ministry waves ${good} through the harbour`, 'approve'),
    labelled(`Ministry keeps ${good} in the harbour`, 'deny'),
    labelled(`Garden with ${good} and flowers`, null),
    labelled(`商务部放行${good}货物`, 'approve'),
    labelled(`花园里的${good}花朵`, null),
  ]),
];

const rounded = (score: number) => Math.round(score * 1e9) / 1e9;

describe('learning from labelled texts', () => {
  const model = learn(toy);
  const features = (title: string) =>
    featuresOf(
      wordsOf(passage(title)),
      (word) => model.relevance.weights.has(word) || model.action.weights.has(word),
    );

  it.each([
    ['Ministry waves silk through the harbour', true, 'approve'],
    ['The Ministry keeps silk in the harbour', true, 'deny'],
    ['A garden and its flowers', false, null],
    ['商务部放行丝绸货物', true, 'approve'],
    ['花园里的大花朵', false, null],
  ])('tells what "%s" is about', (title, relevant, action) => {
    const [score = 0] = scoresOf(model.relevance, features(title));
    expect(score > 0).toBe(relevant);
    if (action)
      expect(bestOf(model.action.answers, scoresOf(model.action, features(title)))?.answer).toBe(action);
  });

  it('gives the same weights for the same texts', () => {
    expect(toStored(learn(toy))).toEqual(toStored(model));
  });

  it('leaves out words of few texts', () => {
    expect(model.relevance.weights.has('ministry')).toBe(true);
    expect(learn(toy.slice(0, 2)).relevance.weights.size).toBe(0);
  });

  it('is kept and opened again, in hundredths', () => {
    const opened = fromStored(JSON.parse(JSON.stringify(toStored(model))));
    const [before = 0] = scoresOf(model.relevance, features('Ministry waves silk through'));
    const [after = 0] = scoresOf(opened.relevance, features('Ministry waves silk through'));
    expect(after).toBeCloseTo(before, 1);
    expect(() => fromStored({ relevance: {} })).toThrow();
  });

  it('scores a text by number as it does by name', () => {
    const index = new WordIndex(model);
    const scores = (title: string, text = '') =>
      (['relevance', 'action'] as const).map((name) =>
        index.scoresOf(name, index.counted(saidIn(passage(title, text)))).map(rounded),
      );
    for (const title of [
      'Ministry waves ore, Ministry waves gallium',
      '商务部放行镓货物,商务部放行',
      'Nothing known',
    ]) {
      const named = [model.relevance, model.action].map((each) =>
        scoresOf<string>(each, features(title)).map(rounded),
      );
      expect(scores(title)).toEqual(named);
      // Nothing of one text is counted in the next.
      scores(title, 'Ministry waves ore.');
      expect(scores(title)).toEqual(named);
    }
  });

  it('leaves out what a reporter asks, and what a page says of itself', () => {
    expect(wordsOf(passage('-', '【发布单位】安全与管制局\n附件：说明.pdf')).size).toBe(0);
    const asked = wordsOf(passage('-', 'Question: Were permits denied?\nAnswer: We note the reports.'));
    expect(asked.has('permit')).toBe(false);
    expect(asked.has('report')).toBe(true);
  });
});

describe('what no rule knows', () => {
  const news = {
    title: 'Magnet makers say Beijing paperwork is moving again',
    text: 'Three suppliers were told that their files on gearbox magnets bound for Stuttgart have come back stamped. Customers expect the cargoes by May, after a spring in which Chinese permits for rare earth shipments were hardly given.',
    publishedOn: '2027-03-18',
  };

  it('is found by how it reads, and says on which words', () => {
    const { relevant, reasons, parts } = judge(news);
    expect(relevant).toBe(true);
    const reads = reasons.find(({ rule }) => rule === 'reads-like-licence-news');
    if (reads) expect(news.text + news.title).toContain(reads.quote.words);
    expect(parts[0]?.evidence.action).not.toEqual([]);
  });

  it.each([
    ['Garden show opens', 'A hundred kinds of roses are shown until Sunday.'],
    ['某市举办花卉展', '展期三天，欢迎市民参观。'],
    ['', ''],
  ])('is not made out of anything: %s', (title, text) => {
    expect(judge({ title, text, publishedOn: '2027-03-18' }).relevant).toBe(false);
  });

  it('does not outweigh a plain rule', () => {
    const plain = {
      title: '商务部公告2027年第9号',
      text: '对铋实施出口管制，未经许可，不得出口。',
      publishedOn: '2027-03-18',
    };
    const [part] = judge(plain).parts;
    expect(part?.facts.action).toBe('new_control');
    expect(part?.reasons.map(({ rule }) => rule)).not.toContain('reads-like-licence-news');
  });
});
