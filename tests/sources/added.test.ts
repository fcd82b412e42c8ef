import { describe, expect, it } from 'vitest';
import { identityOf } from '../../src/sources/added.ts';

describe('an added Source', () => {
  it.each([
    ['https://www.mofcom.gov.cn/zfxxgk/fdzdgknr/index.html', 'cn-mofcom', 'CN'],
    ['https://dcj.mofcom.gov.cn/tjsj/', 'cn-mofcom', 'CN'],
    ['https://www.economie.gouv.fr/actualites', 'own-economie-gouv-fr', 'FR'],
    ['https://www.energy.gov/newsroom', 'own-energy-gov', 'US'],
    ['https://press.example.org/', 'own-press-example-org', ''],
  ])('at %s is of %s', (url, authority, country) => {
    expect(identityOf(url, {}).authority).toMatchObject({ id: authority, country });
  });

  it('is called by its address until an admin says otherwise', () => {
    const url = 'https://www.economie.gouv.fr/actualit%C3%A9s/index.html';

    expect(identityOf(url, {}).name.en).toBe('economie.gouv.fr/actualités');
    expect(identityOf(url, { name: 'Bercy' }).name).toEqual({ en: 'Bercy', zh: 'Bercy' });
  });

  it('keeps its id, and shares it with no other address', () => {
    const addresses = [
      'https://a.example.org/news',
      'https://a.example.org/news?id=1',
      'https://a.example.org/new-s',
      'https://a.example.org/new/s',
      'https://a.example.org/新闻',
      'https://a.example.org/公告',
      `https://a.example.org/${'x'.repeat(200)}`,
      `https://a.example.org/${'x'.repeat(201)}`,
    ];
    const ids = addresses.map((url) => identityOf(url, {}).id);

    expect(new Set(ids).size).toBe(addresses.length);
    expect(addresses.map((url) => identityOf(url, { name: 'Other' }).id)).toEqual(ids);
    for (const id of ids) expect(id).toMatch(/^own-[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });
});
