import type { Instant } from '../../src/domain/moment.ts';
import { type Post, postOf } from './hosts.ts';

/** A notice on export licences, of a number that no other has. Numbers of neighbours are far apart: it is no package. */
export function notice(serial: number, publishedAt: Instant, salt = ''): Post {
  const number = `商务部公告2031年第${20 * serial}号`;
  const good = goods[serial % goods.length] ?? '';
  return postOf(
    serial,
    `${number} 公布对${good}相关物项实施出口管制的决定`,
    [
      `为维护国家安全和利益，决定对${good}相关物项实施出口管制。${number}现予公布。`,
      `一、未经许可，不得出口${good}相关物项。`,
      '二、本公告自2031年5月1日起实施。',
    ],
    publishedAt,
    salt,
  );
}

/** A post on something else. */
export function fair(serial: number, publishedAt: Instant, salt = ''): Post {
  return postOf(
    serial,
    `第${serial}届茶叶博览会在滨海举行`,
    [`第${serial}届茶叶博览会开幕，来自多地的企业参展。`],
    publishedAt,
    salt,
  );
}

const goods = ['镓', '锗', '锑', '石墨', '钨', '碲', '铋', '钼', '铟', '镧'];
