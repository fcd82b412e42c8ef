import type { CheerioAPI } from 'cheerio/slim';
import type { DateOrder } from '../../domain/source.ts';

/** By the last part of a host's name, or the last two: where its dates are written, and in which order. */
const countries: Record<string, { timeZone: string; order?: DateOrder; language?: string }> = {
  ae: { timeZone: 'Asia/Dubai' },
  ar: { timeZone: 'America/Argentina/Buenos_Aires', language: 'es' },
  at: { timeZone: 'Europe/Vienna', language: 'de' },
  au: { timeZone: 'Australia/Sydney', language: 'en' },
  bd: { timeZone: 'Asia/Dhaka', language: 'en' },
  be: { timeZone: 'Europe/Brussels' },
  bg: { timeZone: 'Europe/Sofia', language: 'bg' },
  bo: { timeZone: 'America/La_Paz', language: 'es' },
  br: { timeZone: 'America/Sao_Paulo', language: 'pt' },
  ca: { timeZone: 'America/Toronto', order: 'ymd', language: 'en' },
  cd: { timeZone: 'Africa/Kinshasa', language: 'fr' },
  ch: { timeZone: 'Europe/Zurich' },
  cl: { timeZone: 'America/Santiago', language: 'es' },
  cn: { timeZone: 'Asia/Shanghai', order: 'ymd', language: 'zh' },
  co: { timeZone: 'America/Bogota', language: 'es' },
  cr: { timeZone: 'America/Costa_Rica', language: 'es' },
  cy: { timeZone: 'Asia/Nicosia', language: 'el' },
  cz: { timeZone: 'Europe/Prague', language: 'cs' },
  de: { timeZone: 'Europe/Berlin', language: 'de' },
  dk: { timeZone: 'Europe/Copenhagen', language: 'da' },
  ec: { timeZone: 'America/Guayaquil', language: 'es' },
  ee: { timeZone: 'Europe/Tallinn', language: 'et' },
  eg: { timeZone: 'Africa/Cairo', language: 'ar' },
  es: { timeZone: 'Europe/Madrid', language: 'es' },
  eu: { timeZone: 'Europe/Brussels', language: 'en' },
  fi: { timeZone: 'Europe/Helsinki', language: 'fi' },
  fr: { timeZone: 'Europe/Paris', language: 'fr' },
  ge: { timeZone: 'Asia/Tbilisi', language: 'ka' },
  gov: { timeZone: 'America/New_York', order: 'mdy', language: 'en' },
  gr: { timeZone: 'Europe/Athens', language: 'el' },
  hk: { timeZone: 'Asia/Hong_Kong', language: 'zh' },
  hr: { timeZone: 'Europe/Zagreb', language: 'hr' },
  hu: { timeZone: 'Europe/Budapest', order: 'ymd', language: 'hu' },
  id: { timeZone: 'Asia/Jakarta', language: 'id' },
  ie: { timeZone: 'Europe/Dublin', language: 'en' },
  il: { timeZone: 'Asia/Jerusalem', language: 'he' },
  in: { timeZone: 'Asia/Kolkata', language: 'en' },
  is: { timeZone: 'Atlantic/Reykjavik', language: 'is' },
  it: { timeZone: 'Europe/Rome', language: 'it' },
  jp: { timeZone: 'Asia/Tokyo', order: 'ymd', language: 'ja' },
  ke: { timeZone: 'Africa/Nairobi', language: 'en' },
  kh: { timeZone: 'Asia/Phnom_Penh', language: 'km' },
  kr: { timeZone: 'Asia/Seoul', order: 'ymd', language: 'ko' },
  kz: { timeZone: 'Asia/Almaty', language: 'ru' },
  la: { timeZone: 'Asia/Vientiane', language: 'lo' },
  li: { timeZone: 'Europe/Vaduz', language: 'de' },
  lk: { timeZone: 'Asia/Colombo', language: 'en' },
  lt: { timeZone: 'Europe/Vilnius', order: 'ymd', language: 'lt' },
  lu: { timeZone: 'Europe/Luxembourg', language: 'fr' },
  lv: { timeZone: 'Europe/Riga', language: 'lv' },
  ma: { timeZone: 'Africa/Casablanca', language: 'fr' },
  mil: { timeZone: 'America/New_York', order: 'mdy', language: 'en' },
  mm: { timeZone: 'Asia/Yangon', language: 'my' },
  mn: { timeZone: 'Asia/Ulaanbaatar', order: 'ymd', language: 'mn' },
  mo: { timeZone: 'Asia/Macau', language: 'zh' },
  mt: { timeZone: 'Europe/Malta', language: 'en' },
  mx: { timeZone: 'America/Mexico_City', language: 'es' },
  my: { timeZone: 'Asia/Kuala_Lumpur', language: 'ms' },
  ng: { timeZone: 'Africa/Lagos', language: 'en' },
  nl: { timeZone: 'Europe/Amsterdam', language: 'nl' },
  no: { timeZone: 'Europe/Oslo', language: 'nb' },
  np: { timeZone: 'Asia/Kathmandu', language: 'ne' },
  nz: { timeZone: 'Pacific/Auckland', language: 'en' },
  pa: { timeZone: 'America/Panama', language: 'es' },
  pe: { timeZone: 'America/Lima', language: 'es' },
  ph: { timeZone: 'Asia/Manila', order: 'mdy', language: 'en' },
  pk: { timeZone: 'Asia/Karachi', language: 'en' },
  pl: { timeZone: 'Europe/Warsaw', language: 'pl' },
  pt: { timeZone: 'Europe/Lisbon', language: 'pt' },
  qa: { timeZone: 'Asia/Qatar', language: 'ar' },
  ro: { timeZone: 'Europe/Bucharest', language: 'ro' },
  rs: { timeZone: 'Europe/Belgrade', language: 'sr' },
  ru: { timeZone: 'Europe/Moscow', language: 'ru' },
  sa: { timeZone: 'Asia/Riyadh', language: 'ar' },
  se: { timeZone: 'Europe/Stockholm', order: 'ymd', language: 'sv' },
  sg: { timeZone: 'Asia/Singapore', language: 'en' },
  si: { timeZone: 'Europe/Ljubljana', language: 'sl' },
  sk: { timeZone: 'Europe/Bratislava', language: 'sk' },
  th: { timeZone: 'Asia/Bangkok', language: 'th' },
  tr: { timeZone: 'Europe/Istanbul', language: 'tr' },
  tw: { timeZone: 'Asia/Taipei', order: 'ymd', language: 'zh' },
  ua: { timeZone: 'Europe/Kyiv', language: 'uk' },
  uk: { timeZone: 'Europe/London', language: 'en' },
  us: { timeZone: 'America/New_York', order: 'mdy', language: 'en' },
  uy: { timeZone: 'America/Montevideo', language: 'es' },
  uz: { timeZone: 'Asia/Tashkent', language: 'uz' },
  vn: { timeZone: 'Asia/Ho_Chi_Minh', language: 'vi' },
  za: { timeZone: 'Africa/Johannesburg', language: 'en' },
};

/** Organisations whose names end in no country. */
const hosts: Record<string, string> = { 'wto.org': 'Europe/Zurich', 'wassenaar.org': 'Europe/Vienna' };

export interface Setting {
  /** IANA; UTC where the host's name says nothing of a country. */
  timeZone: string;
  order: DateOrder;
  /** BCP 47: as the page says, else as its script or its country has it; `und` where nothing tells. */
  language: string;
}

/** Where and how a page writes its dates, and in which language it is. */
export function settingOf($: CheerioAPI | null, text: string, url: string): Setting {
  const { hostname } = new URL(url);
  const country = countries[hostname.split('.').at(-1) ?? ''];
  const organisation = Object.keys(hosts).find((host) => hostname === host || hostname.endsWith(`.${host}`));
  const stated = $?.('html').attr('lang') ?? $?.('html').attr('xml:lang');
  const language = languageOf(text, stated, country?.language);
  const american = country === undefined && /^en-us/i.test(stated ?? '');
  return {
    timeZone: (organisation && hosts[organisation]) ?? country?.timeZone ?? 'UTC',
    order: country?.order ?? (american ? 'mdy' : 'dmy'),
    language,
  };
}

/** Templates are copied with their `lang`: the script of the text has the last word. */
function languageOf(text: string, stated: string | undefined, usual: string | undefined): string {
  const sample = text.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ').slice(0, 40_000);
  const count = (script: RegExp) => sample.match(script)?.length ?? 0;
  const [han, kana, hangul, latin] = [
    count(/\p{Script=Han}/gu),
    count(/[\u3040-\u30ff]/g),
    count(/\p{Script=Hangul}/gu),
    count(/[A-Za-z]{2,}/g),
  ];
  if (hangul > 40 && hangul > han) return 'ko';
  if (kana > 40 && kana * 8 > han) return 'ja';
  if (han > 60 && han > latin / 2) return /^zh/i.test(stated ?? '') ? (stated as string) : 'zh';
  if (stated && !/^(?:zh|ja|ko)/i.test(stated)) return stated;
  return latin > 20 ? (usual && !/^(?:zh|ja|ko)$/.test(usual) ? usual : 'en') : (stated ?? usual ?? 'und');
}
