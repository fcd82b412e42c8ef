import { rawTimeZones } from '@vvo/tzdb';
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../src/domain/moment.ts';
import { cut } from '../../src/understand/phrases/fit.ts';

interface Zone {
  /** IANA. */
  name: string;
  cities: readonly string[];
  /** All that people call it, folded. */
  called: readonly string[];
}

/** Cities whose Chinese names no table of zones has, by their zone. */
const inChinese: Readonly<Record<string, string>> = {
  'Asia/Shanghai': '北京 上海 重庆 成都 广州 深圳',
  'Asia/Hong_Kong': '香港',
  'Asia/Taipei': '台北',
  'Asia/Tokyo': '东京 大阪',
  'Asia/Seoul': '首尔',
  'Asia/Singapore': '新加坡',
  'Asia/Kolkata': '新德里 孟买',
  'Asia/Dubai': '迪拜',
  'Europe/London': '伦敦',
  'Europe/Brussels': '布鲁塞尔',
  'Europe/Paris': '巴黎',
  'Europe/Berlin': '柏林 法兰克福',
  'Europe/Amsterdam': '阿姆斯特丹 海牙 鹿特丹',
  'Europe/Zurich': '苏黎世 日内瓦',
  'Europe/Moscow': '莫斯科',
  'America/New_York': '纽约 华盛顿 波士顿',
  'America/Chicago': '芝加哥 休斯敦',
  'America/Los_Angeles': '洛杉矶 旧金山 西雅图',
  'America/Toronto': '多伦多 渥太华',
  'Australia/Sydney': '悉尼 堪培拉',
};

/** The same of capitals and trading places that are too small to be among the cities of their zone. */
const inEnglish: Readonly<Record<string, string>> = {
  'America/New_York': 'Washington, Washington DC, Boston',
  'America/Toronto': 'Ottawa',
  'America/Los_Angeles': 'San Francisco, Seattle',
  'Asia/Kolkata': 'New Delhi',
  'Asia/Shanghai': 'Shenzhen, Guangzhou',
  'Australia/Sydney': 'Canberra',
  'Europe/Amsterdam': 'The Hague',
  'Europe/Berlin': 'Frankfurt',
  'Europe/Zurich': 'Geneva, Bern',
};

const folded = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase();

/** Found by every name of it, by its cities and by its country. */
function zonesOf(): Zone[] {
  const countries = new Intl.DisplayNames('zh', { type: 'region' });
  const elsewhere = rawTimeZones.map(({ name, group, mainCities, countryName, countryCode }): Zone => {
    const places = [...mainCities, countryName, countries.of(countryCode) ?? ''];
    const further = [...(inChinese[name]?.split(' ') ?? []), ...(inEnglish[name]?.split(', ') ?? [])];
    const called = [name, ...group, ...places, ...further].filter(Boolean).map(folded);
    return { name, cities: mainCities, called: [...new Set(called)] };
  });
  return [{ name: 'UTC', cities: [], called: ['utc', 'etc/utc', 'gmt', 'etc/gmt'] }, ...elsewhere];
}

/** Made when somebody first asks for a zone, which most never do: the names of all take some megabytes. */
let zones: readonly Zone[] | undefined;

/** How well something typed fits a zone: the less the better; 3: not at all. */
function distance({ called }: Zone, typed: string): number {
  if (called.includes(typed)) return 0;
  if (called.some((name) => name.startsWith(typed) || name.endsWith(`/${typed}`))) return 1;
  return called.some((name) => name.includes(typed)) ? 2 : 3;
}

function ranked(typed: string): { zone: Zone; distance: number }[] {
  const wanted = folded(typed.trim());
  zones ??= zonesOf();
  return zones
    .map((zone) => ({ zone, distance: distance(zone, wanted) }))
    .filter(({ distance }) => distance < 3)
    .toSorted((one, other) => one.distance - other.distance);
}

/** The one zone that somebody means by a name, a city or a country. Null: it is none, or several are. */
export function zoneCalled(typed: string): string | null {
  if (typed.trim() === '') return null;
  const [first, second] = ranked(typed);
  return first && first.distance !== second?.distance ? first.zone.name : null;
}

const LONGEST_CHOICE = 100;

/** "Asia/Shanghai · Shanghai, Chongqing, Beijing · UTC+08:00". */
export function completeZone(typed: string, now: Instant): { name: string; value: string }[] {
  return ranked(typed)
    .slice(0, 25)
    .map(({ zone: { name, cities } }) => {
      const { offset } = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(name);
      const parts = [name, ...(cities.length > 0 ? [cities.join(', '), `UTC${offset}`] : [])];
      return { name: cut(parts.join(' · '), LONGEST_CHOICE), value: name };
    });
}

/** "20:00" in a zone. */
export function clockIn(zone: string, now: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}
