import { describe, expect, it } from 'vitest';
import type { Joining } from '../../src/domain/joining.ts';
import { joiningText } from '../../src/understand/phrases/joining.ts';

const alike = { by: 'likeness', done: 'approve', subject: { shared: 'goods' }, daysApart: 0 } as const;

describe('why a page belongs to its story', () => {
  it.each<[Joining, string, string]>([
    [
      { by: 'number', notice: 'No. 18 of 2031' },
      'same number, No. 18 of 2031',
      '公告号相同：公告2031年第18号',
    ],
    [
      { by: 'suspension', until: '2032-11-10' },
      'same suspension, until 10 November 2032',
      '同一暂停措施，至2032年11月10日',
    ],
    [{ by: 'twin' }, 'same page, or the same words', '同一页面，或文字相同'],
    [
      { by: 'package', notice: 'No. 7 of 2031', on: '2031-03-13' },
      'one package: published together with No. 7 of 2031 on 13 March 2031',
      '同批公告：与公告2031年第7号于2031年3月13日一并发布',
    ],
    [{ by: 'correction', title: 'Controls on X' }, 'corrects "Controls on X"', '更正《Controls on X》'],
    [
      alike,
      'both say: applications approved, the same goods, the same day',
      '均为：已批准申请，物项相同，同日发布',
    ],
    [
      { ...alike, done: 'one-matter', subject: { shared: 'notice', notice: 'No. 7 of 2031' }, daysApart: 1 },
      'told of one matter, same number, No. 7 of 2031, 1 day apart',
      '同日所述为一事，公告号相同：公告2031年第7号，相隔1天',
    ],
    [
      { by: 'hand', on: '2031-03-14', because: '同一决定' },
      'put here by hand on 14 March 2031: 同一决定',
      '2031年3月14日人工归入：同一决定',
    ],
    [
      { by: 'hand', on: '2031-03-14', because: null },
      'put here by hand on 14 March 2031',
      '2031年3月14日人工归入',
    ],
    [{ by: 'words', words: 'same number, No. 7' }, 'same number, No. 7', 'same number, No. 7'],
  ])('%j is said in both languages', (joining, en, zh) => {
    expect(joiningText(joining, 'en')).toBe(en);
    expect(joiningText(joining, 'zh')).toBe(zh);
  });
});
