import { describe, expect, it } from 'vitest';
import { canonicalUrl, isHub, noticeColumnOf, sameAddress } from '../../src/sources/aliases.ts';

const id = 'art_00112233445566778899aabbccddeeff.html';

describe('the addresses of one notice', () => {
  it.each([
    [`https://www.mofcom.gov.cn/zwgk/zcfb/art/2026/${id}`, 'policy'],
    [`https://www.mofcom.gov.cn/zcfb/blgg/gg/2026nswbgg/art/2026/${id}`, 'announcements'],
    [`https://www.mofcom.gov.cn/zcfb/blgg/gg/2026/art/2026/${id}`, 'announcements'],
    [`https://www.mofcom.gov.cn/zcfb/blgg/art/2026/${id}`, 'announcements'],
    [`https://www.mofcom.gov.cn/zfxxgk/gkml/art/2026/${id}`, 'disclosure'],
    [`https://www.mofcom.gov.cn/zfxxgk/fdzdgknr/ztfl/dwmygl/art/2026/${id}`, 'trade-topics'],
    ['https://www.mofcom.gov.cn/cms_files/filemanager/policySummary/viewcore_8f2a.html', 'policy-library'],
    [`https://www.mofcom.gov.cn/xwfb/xwfyrth/art/2026/${id}`, 'spokesperson'],
    [`https://www.mofcom.gov.cn/xwfb/sjfzrfb/art/2026/${id}`, 'news'],
    ['https://www.mofcom.gov.cn/xwfbzt/2026/swbzklxxwfbh2026n9y3r/index.html', 'press-conference'],
    [`https://aqygzj.mofcom.gov.cn/flzc/gzjgfxwj/art/2026/${id}`, 'security'],
    [`https://aqygzj.mofcom.gov.cn/zhxx/art/2026/${id}`, 'security'],
    ['http://exportcontrol.mofcom.gov.cn/article/zcfg/gnzcfg/zcfggzqd/202611/2033.html', 'portal'],
    [`https://english.mofcom.gov.cn/Policies/AnnouncementsOrders/art/2026/${id}`, 'english'],
  ])('%s stands in the column "%s"', (url, column) => {
    expect(noticeColumnOf(url)?.id).toBe(column);
  });

  it.each([
    'https://www.mofcom.gov.cn/zwgk/zcfb/index.html',
    `https://www.mofcom.gov.cn.example.org/zwgk/zcfb/art/2026/${id}`,
    'https://www.gov.cn/zhengce/content/202605/content_7069960.htm',
  ])('%s is no notice of MOFCOM', (url) => {
    expect(noticeColumnOf(url)).toBeNull();
  });
});

describe('a hub', () => {
  const listing = 'https://www.mofcom.gov.cn/xwfb/rcxwfb/index.html';

  it.each`
    url                                                                         | hub
    ${'https://www.mofcom.gov.cn/'}                                             | ${true}
    ${'https://www.mofcom.gov.cn/xwfb/'}                                        | ${true}
    ${'https://www.mofcom.gov.cn/xwfb/rcxwfb/'}                                 | ${true}
    ${'http://www.mofcom.gov.cn/zwgk/zcfb/index_2.html'}                        | ${true}
    ${'https://aqygzj.mofcom.gov.cn/flzc/gzjgfxwj/index.html'}                  | ${true}
    ${'https://www.mofcom.gov.cn/xwfbzt/2026/swbzklxxwfbh2026n9y3r/index.html'} | ${false}
    ${'https://www.mofcom.gov.cn/xwfb/rcxwfb/art/2026/art_0011aabb.html'}       | ${false}
    ${'https://www.gov.cn/'}                                                    | ${true}
    ${'https://www.gov.cn/zhengce/zuixin/'}                                     | ${false}
  `('is $url: $hub', ({ url, hub }) => {
    expect(isHub(url, listing)).toBe(hub);
  });

  it('is, on any site, the listing and the folders above it, not those beside it', () => {
    const blog = 'https://ministry.example/press/releases/';

    expect(isHub('https://ministry.example/press/releases/', blog)).toBe(true);
    expect(isHub('https://ministry.example/press/', blog)).toBe(true);
    expect(isHub('https://ministry.example/press/releases/new-licences/', blog)).toBe(false);
    expect(isHub('https://ministry.example/press/releases/?p=12', blog)).toBe(false);
  });
});

describe('one address in several spellings', () => {
  it.each`
    written                                               | canonical
    ${'http://WWW.Mofcom.gov.cn:80/a.html#top'}           | ${'https://www.mofcom.gov.cn/a.html'}
    ${'https://www.mofcom.gov.cn:443/xwfb/index.html'}    | ${'https://www.mofcom.gov.cn/xwfb/'}
    ${'https://x.example/n?utm_source=feed&id=7&spm=a.b'} | ${'https://x.example/n?id=7'}
    ${'https://x.example/n?id=%E9%95%93'}                 | ${'https://x.example/n?id=%E9%95%93'}
    ${'http://127.0.0.1:8081/a'}                          | ${'https://127.0.0.1:8081/a'}
  `('$written is $canonical', ({ written, canonical }) => {
    expect(canonicalUrl(written)).toBe(canonical);
    expect(canonicalUrl(canonical)).toBe(canonical);
    expect(sameAddress(written, canonical)).toBe(true);
  });

  it('is not another one with another query', () => {
    expect(sameAddress('https://x.example/n?id=7', 'https://x.example/n?id=8')).toBe(false);
  });
});
