import type { Authority, CatalogueSource } from '../../domain/source.ts';

const commission: Authority = {
  id: 'eu-commission',
  name: { en: 'the European Commission', zh: '欧盟委员会' },
  short: { en: 'EU', zh: '欧盟委员会' },
  country: 'EU',
};

const council: Authority = {
  id: 'eu-council',
  name: { en: 'the Council of the EU', zh: '欧盟理事会' },
  short: { en: 'EU Council', zh: '欧盟理事会' },
  country: 'EU',
};

const brussels = {
  language: 'en',
  timeZone: 'Europe/Brussels',
  reader: { kind: 'feed' },
  minRows: 1,
} as const;

export const europeanUnion: readonly CatalogueSource[] = [
  {
    ...brussels,
    id: 'eu-dg-trade',
    authority: commission,
    name: { en: 'EU trade directorate', zh: '欧盟委员会贸易总司' },
    url: 'https://policy.trade.ec.europa.eu/node/2/rss_en',
    grade: 'verified',
    checkedOn: '2026-07',
    cadence: 15,
  },
  // Lists 10 items only, so it is read often.
  {
    ...brussels,
    id: 'eu-press-corner',
    authority: commission,
    name: { en: 'EU Commission press corner', zh: '欧盟委员会新闻角' },
    url: 'https://ec.europa.eu/commission/presscorner/api/rss?language=en',
    grade: 'verified',
    checkedOn: '2026',
    cadence: 10,
  },
  // The page for people refuses programs; its feed does not.
  {
    ...brussels,
    id: 'eu-council',
    authority: council,
    name: { en: 'EU Council press releases', zh: '欧盟理事会新闻稿' },
    url: 'https://www.consilium.europa.eu/en/rss/pressreleases.ashx',
    grade: 'published',
    cadence: 15,
  },
];
