import { expect, it } from 'vitest';
import { noteText } from '../../commands/texts/notes.ts';
import type { Note } from '../../src/domain/health.ts';
import { DAY } from '../../src/domain/moment.ts';

const stale = (perWeek: number): Note => ({ kind: 'stale', perWeek, silentFor: 19.5 * DAY });
const at = Date.parse('2031-03-13T08:00:00Z');

it.each([
  [stale(6), 'usually posts almost every day, silent for 19 days', '通常几乎每天发布，已19天没有新内容'],
  [stale(3.1), 'usually posts 3 times a week, silent for 19 days', '通常每周发布3次，已19天没有新内容'],
  [stale(2), 'usually posts twice a week, silent for 19 days', '通常每周发布2次，已19天没有新内容'],
  [stale(0.9), 'usually posts once a week, silent for 19 days', '通常每周发布1次，已19天没有新内容'],
  [stale(0.5), 'usually posts every 2 weeks, silent for 19 days', '通常每2周发布一次，已19天没有新内容'],
  [stale(0.24), 'usually posts once a month, silent for 19 days', '通常每月发布一次，已19天没有新内容'],
  [stale(0.08), 'usually posts every 3 months, silent for 19 days', '通常每3个月发布一次，已19天没有新内容'],
  [
    { kind: 'fewer-rows', usual: 15, rows: 3 },
    'usually lists 15 rows, now 3: is part of it missed?',
    '通常列出15条，现仅3条，可能漏读',
  ],
  [
    { kind: 'retired', by: 'gone', for: 9 * DAY },
    'address gone for 9 days: retired?',
    '地址失效已9天，可能已停用',
  ],
  [
    { kind: 'retired', by: 'empty', for: 61 * DAY },
    'has listed nothing for 61 days: retired?',
    '列表空白已61天，可能已停用',
  ],
  [
    { kind: 'retired', by: 'silent', for: 200 * DAY },
    'has posted nothing for 200 days: retired?',
    '已200天没有新内容，可能已停用',
  ],
  [
    { kind: 'moved', to: 'https://new.example/' },
    'has moved to https://new.example/: change the source',
    '已迁至 https://new.example/ ，请修改来源地址',
  ],
  [
    { kind: 'gap', from: at - DAY, until: at },
    'more was posted than it shows: between 12 Mar 08:00 UTC and 13 Mar 08:00 UTC something may have been missed',
    '发布量超出列表所能显示的条数，',
  ],
] as [Note, string, string][])('says of %j', (note, english, chinese) => {
  expect(noteText.en(note)).toBe(english);
  expect(noteText.zh(note)).toContain(chinese);
});
