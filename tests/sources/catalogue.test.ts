import { describe, expect, it } from 'vitest';
import { authorities, catalogue } from '../../src/sources/catalogue/index.ts';
import { sourceById } from '../../src/sources/known.ts';
import { readerOf } from '../../src/sources/readers/index.ts';
import { findQuery } from '../../src/sources/readers/jpaas-shell.ts';
import { judge } from '../../src/understand/classify.ts';
import { exists, fixture, fixtureNames, inWords, listingOf, suffixes } from './fixtures.ts';

type Expected = [title: string, url: string, published: string | null];

const mofcom = 'https://www.mofcom.gov.cn';
const security = 'https://aqygzj.mofcom.gov.cn';
const portal = 'https://exportcontrol.mofcom.gov.cn';
const english = 'https://english.mofcom.gov.cn/News/PressConference/art/2026';
const miit = 'https://www.miit.gov.cn/gzcy/yjzj/art/2026';
const register = 'https://www.federalregister.gov/documents/2026/11';

/** All rows of each Source's fixture. Times are UTC; a day alone is a date without a time. */
const expected: Record<string, Expected[]> = {
  'cn-mofcom-spokesperson': [
    [
      '商务部新闻发言人就稀土永磁材料通用许可审批进展答记者问',
      `${mofcom}/xwfb/xwfyrth/art/2026/art_7f3fa7aa05f8e1ab0a523d738a97cf04.html`,
      '2026-11-19',
    ],
    [
      '商务部新闻发言人就某国扩大芯片设备管制答记者问',
      `${mofcom}/xwfb/xwfyrth/art/2026/art_33cfd1ff8df9b5eb8d2dd008a71d6e15.html`,
      '2026-11-12',
    ],
    [
      '商务部新闻发言人就镓相关物项出口许可申请答记者问',
      `${mofcom}/xwfb/xwfyrth/art/2026/art_0df6f113d2652eb9bc62b370aaf8e7cc.html`,
      '2026-11-13',
    ],
  ],
  'cn-mofcom-daily': [
    [
      '商务部召开 两用物项出口管制企业座谈会',
      `${mofcom}/xwfb/rcxwfb/art/2026/art_9948c645c094247794f4c7acdbeb2bb6.html`,
      '2026-11-18',
    ],
    [
      '前十个月服务贸易稳步增长',
      `${mofcom}/xwfb/rcxwfb/art/2026/art_b25b0651e4b6e887e5194135d3692631.html`,
      '2026-11-10',
    ],
  ],
  'cn-mofcom-policy': [
    [
      '商务部公告2026年第71号 公布对碲化镉靶材相关物项实施出口管制的决定',
      `${mofcom}/zwgk/zcfb/art/2026/art_ec6ef230f1828039ee794566b9c58adc.html`,
      '2026-11-20',
    ],
    [
      '商务部办公厅关于2027年度柠檬酸出口许可申报的通知',
      `${mofcom}/zwgk/zcfb/art/2026/art_1d665b9b1467944c128a5575119d1cfd.html`,
      '2026-11-02',
    ],
  ],
  'cn-mofcom-security': [
    [
      '商务部令二〇二六年第9号',
      `${security}/flzc/gzjgfxwj/art/2026/art_8ddf878039b70767c4a5bcf4f0c4f65e.html`,
      '2026-11-05',
    ],
    [
      '不可靠实体清单工作机制公告〔2026〕21号',
      `${security}/flzc/gzjgfxwj/art/2026/art_fac989447cad2edbc89fbcba70003b36.html`,
      '2026-10-30',
    ],
    [
      '安全与管制局负责人就锑锭出口许可答问',
      `${security}/zhxx/art/2026/art_c0828e0381730befd1f7a025057c74fb.html`,
      '2026-10-28T08:20:05Z',
    ],
  ],
  'cn-mofcom-hub': [
    [
      '商务部部长会见某稀土用户协会代表团',
      `${mofcom}/xwfb/ldrhd/art/2026/art_346b81a32e7007eccadf60252bb599f0.html`,
      null,
    ],
    [
      '商务部新闻发言人就钨制品出口许可答记者问',
      `${mofcom}/xwfb/xwfyrth/art/2026/art_490b2834e65737c1fce95e468cc8b8bf.html`,
      null,
    ],
    [
      '商务部召开例行新闻发布会（2026年11月5日）',
      `${mofcom}/xwfbzt/2026/swbzklxxwfbh2026n11y5r/index.html`,
      '2026-11-05',
    ],
    [
      '外贸司负责人介绍十月进出口情况',
      `${mofcom}/xwfb/sjfzrfb/art/2026/art_6f207f8b5dfe1eebac63467930df5189.html`,
      null,
    ],
  ],
  'cn-mofcom-portal-domestic': [
    ['中法出口管制对话第四次会议在成都举行', `${portal}/article/gndt/202611/2041.html`, '2026-11-17'],
    [
      '商务部新闻发言人就铟相关物项出口许可答记者问',
      `${portal}/article/gndt/202611/2044.html`,
      '2026-09-03T07:30:00Z',
    ],
  ],
  'cn-mofcom-portal-abroad': [
    ['挪威更新两用物项清单', `${portal}/article/gjdt/202611/2039.html`, '2026-11-11'],
    ['智利拟对锂产品出口实行登记', `${portal}/article/gjdt/202611/2040.html`, '2026-11-12'],
  ],
  'cn-mofcom-portal-notices': [
    [
      '商务部 海关总署公告2026年第68号 公布对铋相关物项调整出口管制的决定',
      `${portal}/article/zcfg/gnzcfg/zcfggzqd/202611/2033.html`,
      '2026-11-04',
    ],
    [
      '商务部公告2026年第66号 关于两用物项通用许可管理的公告',
      `${portal}/article/zcfg/gnzcfg/zcfggzqd/202610/2030.html`,
      '2026-10-27',
    ],
  ],
  'cn-mofcom-english': [
    [
      'MOFCOM Regular Press Conference on Export Licences for Magnets',
      `${english}/art_cd3dc8b6cffb41e4163dcbd857ca87da.html`,
      null,
    ],
    [
      'Remarks on the Review of Gallium Licence Applications',
      `${english}/art_68a9e49bbc88c02083a062a78ab3bf30.html`,
      null,
    ],
  ],
  'cn-tao': [
    [
      '国务院台办公布一批“台独”打手帮凶名单',
      'https://www.gwytb.gov.cn/zccs/zccs_61195/cjtdwgfz/bt/202611/t20261109_13000417.htm',
      '2026-11-09',
    ],
    [
      '国台办：将一家企业列入惩戒清单',
      'https://www.gwytb.gov.cn/xwdt/xwfb/202610/t20261021_12990023.htm',
      '2026-10-21',
    ],
  ],
  'cn-miit-consultations': [
    [
      '公开征求《稀土金属单位产品能耗限额》强制性国家标准的意见',
      `${miit}/art_ae7be26cdaa742ca148068d5ac90eaca.html`,
      '2026-11-16',
    ],
    [
      '公开征求《工业石墨行业规范条件（征求意见稿）》的意见',
      `${miit}/art_aaf2f89992379705dac844c0a2a1d45f.html`,
      '2026-11-18',
    ],
    [
      '关于锂离子电池行业规范公告企业名单的公示',
      `${miit}/art_9678f7a7939f457fa0d9353761e189c7.html`,
      '2026-11-03',
    ],
  ],
  'uk-ofsi': [
    [
      'Guidance: General licence for harbour dues & pilotage',
      'https://www.gov.uk/government/publications/general-licence-harbour-dues',
      '2026-11-17T23:30:05Z',
    ],
    [
      'Reporting a frozen account',
      'https://www.gov.uk/guidance/reporting-a-frozen-account',
      '2026-06-02T07:15:00Z',
    ],
  ],
  'us-ofac': [
    [
      'Issuance of a Graphite-related General License; Publication of Two FAQs',
      'https://ofac.treasury.gov/recent-actions/20261118',
      '2026-11-18',
    ],
    [
      'Counter Narcotics Designations & Removals',
      'https://ofac.treasury.gov/recent-actions/20261103_44',
      '2026-11-03',
    ],
  ],
  'us-federal-register-bis': [
    [
      'Licence Exception for Samples of Antimony Alloys',
      `${register}/16/2026-21007/licence-exception-for-samples-of-antimony-alloys`,
      '2026-11-16',
    ],
    [
      'Order Denying Export Privileges: In the Matter of a Trading House',
      `${register}/12/2026-20911/order-denying-export-privileges`,
      '2026-11-12T13:45:00Z',
    ],
  ],
};

describe('the catalogue', () => {
  it('has a fixture and expected rows for every source, and none besides', () => {
    const ids = catalogue.map(({ id }) => id);

    expect(Object.keys(expected).sort()).toEqual([...ids].sort());
    expect(ids.filter((id) => !fixtureNames.some((name) => name.startsWith(`${id}.`)))).toEqual([]);
    expect(fixtureNames.filter((name) => !ids.includes(name.split('.')[0] ?? ''))).toEqual([]);
  });

  it.each(catalogue)('reads all rows of $id', async (source) => {
    const { rows, warnings } = await readerOf(source).parse(listingOf(source), source, source.url);

    expect(rows.map(({ title, url, published }) => [title, url, inWords(published)])).toEqual(
      expected[source.id],
    );
    expect(warnings).toEqual([]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  it.each(catalogue.filter(({ reader }) => reader.kind === 'jpaas'))(
    'finds the list of $id in its shell',
    (source) => {
      const list = findQuery(fixture(`${source.id}.shell.html`), source.url);

      expect(list && new URL(list).origin).toBe(new URL(source.url).origin);
      expect(list && new URL(list).searchParams.get('tagId')).toMatch(/^(?:分页列表|信息列表|右侧内容)$/);
    },
  );

  it.each(catalogue)('describes $id as sources are described', (source) => {
    expect(source.id).toMatch(/^[a-z]{2}(?:-[a-z]+)+$/);
    expect(source.id).toMatch(
      new RegExp(`^${source.authority.country === 'GB' ? 'uk' : source.authority.country.toLowerCase()}-`),
    );
    expect(source.url).toMatch(/^https:\/\//);
    expect(source.name.zh).toMatch(/\p{Script=Han}/u);
    expect(Intl.supportedValuesOf('timeZone')).toContain(source.timeZone);
    expect(source.cadence).toBeGreaterThanOrEqual(5);
    expect(source.cadence).toBeLessThanOrEqual(15);
    expect(suffixes).toHaveProperty(source.reader.kind);
  });

  it.each(
    catalogue.flatMap(({ earlier = [], ...source }) => earlier.map((notice) => ({ ...notice, source }))),
  )('knows of $notice only where it stands', ({ notice, on, url, source }) => {
    expect(new URL(url).origin).toBe(new URL(source.url).origin);
    expect(on).toMatch(new RegExp(`^${/\d{4}/.exec(notice)?.[0]}-\\d\\d-\\d\\d$`));
    // Its name must not be taken for its text.
    expect(judge({ title: notice, text: '', publishedOn: on }).relevant).toBe(false);
  });

  it('has no id twice and begins with MOFCOM', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
    expect(catalogue[0]?.authority.id).toBe('cn-mofcom');
    expect(authorities.map(({ id }) => id)).toEqual([
      'cn-mofcom',
      'cn-tao',
      'cn-miit',
      'uk-ofsi',
      'us-ofac',
      'us-bis',
    ]);
  });

  it('gives a source by its id', () => {
    expect(sourceById('cn-mofcom-policy')?.name.en).toBe('MOFCOM policy column');
    expect(sourceById('cn-mofcom-police')).toBeUndefined();
  });

  it('keeps the Chinese of GB18030 in the bytes of a fixture', () => {
    expect(exists('cn-tao.html')).toBe(true);
    expect(fixture('cn-tao.html', { charset: 'utf-8' })).not.toContain('台独');
    expect(fixture('cn-tao.html')).toContain('台独');
  });
});
