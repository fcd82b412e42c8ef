import type { Day, Instant } from '../../domain/moment.ts';
import type { Language } from '../../domain/source.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "10 November 2026", "10 Nov 2026", "2026年11月10日". */
export function dayText(on: Day, language: Language, form: 'short' | 'long' = 'long'): string {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  if (language === 'zh') return `${year}年${month}月${day}日`;
  const name = months[month - 1] ?? '';
  return `${day} ${form === 'short' ? name.slice(0, 3) : name} ${year}`;
}

/** "10 Nov 14:05 UTC", "11月10日14:05（UTC）": where an instant must be plain text, as in a push. */
export function utcText(at: Instant, language: Language): string {
  const iso = new Date(at).toISOString();
  const [, month = 0, day = 0] = iso.slice(0, 10).split('-').map(Number);
  const time = iso.slice(11, 16);
  if (language === 'zh') return `${month}月${day}日${time}（UTC）`;
  return `${day} ${months[month - 1]?.slice(0, 3)} ${time} UTC`;
}
