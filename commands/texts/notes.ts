import type { Note } from '../../src/domain/health.ts';
import { DAY } from '../../src/domain/moment.ts';
import type { Language } from '../../src/domain/source.ts';
import { utcText } from '../../src/understand/phrases/days.ts';

/** Plain text, without a full stop. */
export const noteText: Record<Language, (note: Note) => string> = {
  en(note) {
    switch (note.kind) {
      case 'stale':
        return `usually posts ${oftenEn(note.perWeek)}, silent for ${days(note.silentFor)} days`;
      case 'fewer-rows':
        return `usually lists ${note.usual} rows, now ${note.rows}: is part of it missed?`;
      case 'retired':
        return `${retiredEn[note.by]} for ${days(note.for)} days: retired?`;
      case 'moved':
        return `has moved to ${note.to}: change the source`;
      case 'gap':
        return `more was posted than it shows: between ${utcText(note.from, 'en')} and ${utcText(note.until, 'en')} something may have been missed`;
    }
  },
  zh(note) {
    switch (note.kind) {
      case 'stale':
        return `通常${oftenZh(note.perWeek)}，已${days(note.silentFor)}天没有新内容`;
      case 'fewer-rows':
        return `通常列出${note.usual}条，现仅${note.rows}条，可能漏读`;
      case 'retired':
        return `${retiredZh[note.by](days(note.for))}，可能已停用`;
      case 'moved':
        return `已迁至 ${note.to} ，请修改来源地址`;
      case 'gap':
        return `发布量超出列表所能显示的条数，${utcText(note.from, 'zh')}至${utcText(note.until, 'zh')}之间可能有遗漏`;
    }
  },
};

/** "twice a week": how often something is posted. */
export const oftenText: Record<Language, (perWeek: number) => string> = { en: oftenEn, zh: oftenZh };

const days = (duration: number) => Math.floor(duration / DAY);

const retiredEn = {
  gone: 'address gone',
  empty: 'has listed nothing',
  silent: 'has posted nothing',
} as const;
const retiredZh = {
  gone: (count: number) => `地址失效已${count}天`,
  empty: (count: number) => `列表空白已${count}天`,
  silent: (count: number) => `已${count}天没有新内容`,
} as const;

const weeksInMonth = 30.44 / 7;

function oftenEn(perWeek: number): string {
  if (perWeek >= 4.5) return 'almost every day';
  if (perWeek >= 2.5) return `${Math.round(perWeek)} times a week`;
  if (perWeek >= 1.5) return 'twice a week';
  if (perWeek >= 0.7) return 'once a week';
  const weeks = Math.round(1 / perWeek);
  if (weeks < 4) return `every ${weeks} weeks`;
  const months = Math.max(1, Math.round(1 / perWeek / weeksInMonth));
  return months === 1 ? 'once a month' : `every ${months} months`;
}

function oftenZh(perWeek: number): string {
  if (perWeek >= 4.5) return '几乎每天发布';
  if (perWeek >= 0.7) return `每周发布${Math.max(1, Math.round(perWeek))}次`;
  const weeks = Math.round(1 / perWeek);
  if (weeks < 4) return `每${weeks}周发布一次`;
  const months = Math.max(1, Math.round(1 / perWeek / weeksInMonth));
  return months === 1 ? '每月发布一次' : `每${months}个月发布一次`;
}
