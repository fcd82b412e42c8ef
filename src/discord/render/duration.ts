import { DAY, HOUR, MINUTE } from '../../domain/moment.ts';
import type { Language } from '../../domain/source.ts';

const units: Record<Language, [length: number, unit: string][]> = {
  en: [
    [DAY, 'd'],
    [HOUR, 'h'],
    [MINUTE, 'min'],
  ],
  zh: [
    [DAY, '天'],
    [HOUR, '小时'],
    [MINUTE, '分钟'],
  ],
};

/** "3 h 10 min", "3小时10分钟": the two largest units; less than a minute counts as one. */
export function durationText(milliseconds: number, language: Language): string {
  let left = Math.max(milliseconds, MINUTE);
  const parts: string[] = [];
  for (const [length, unit] of units[language]) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count > 0 && parts.length < 2) parts.push(language === 'zh' ? `${count}${unit}` : `${count} ${unit}`);
  }
  return parts.join(language === 'zh' ? '' : ' ');
}
