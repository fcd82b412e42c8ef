import type { Authority, CatalogueSource } from '../../domain/source.ts';

/** The Export Control Joint Unit is a part of it, and one notice often stands in both their feeds. */
const dbt: Authority = {
  id: 'uk-dbt',
  name: { en: "the UK's Department for Business and Trade", zh: '英国商业和贸易部' },
  short: { en: 'UK', zh: '英国商贸部' },
  country: 'GB',
};

const ofsi: Authority = {
  id: 'uk-ofsi',
  name: {
    en: "the UK's Office of Financial Sanctions Implementation",
    zh: '英国金融制裁执行办公室',
  },
  short: { en: 'UK OFSI', zh: '英国OFSI' },
  country: 'GB',
};

export const unitedKingdom: readonly CatalogueSource[] = [
  govUk('uk-ecju', 'export-control-joint-unit', dbt, {
    name: { en: 'Export Control Joint Unit on GOV.UK', zh: '英国出口管制联合小组动态' },
    grade: 'published',
  }),
  // A feed captured on that day. An edit gives the same page a new id.
  govUk('uk-ofsi', 'office-of-financial-sanctions-implementation', ofsi, {
    name: { en: 'OFSI on GOV.UK', zh: '英国金融制裁执行办公室动态' },
    grade: 'verified',
    checkedOn: '2026-09-24',
  }),
  govUk('uk-dbt', 'department-for-business-and-trade', dbt, {
    name: { en: 'Department for Business and Trade on GOV.UK', zh: '英国商业和贸易部动态' },
    grade: 'published',
  }),
];

function govUk(
  id: string,
  organisation: string,
  authority: Authority,
  rest: Pick<CatalogueSource, 'name' | 'grade' | 'checkedOn'>,
): CatalogueSource {
  return {
    id,
    authority,
    language: 'en',
    timeZone: 'Europe/London',
    url: `https://www.gov.uk/government/organisations/${organisation}.atom`,
    reader: { kind: 'feed' },
    cadence: 15,
    minRows: 1,
    ...rest,
  };
}
