import { ReadFailure } from '../src/domain/failure.ts';
import { type FakeFetcher, fakeFetcher } from '../tests/fakes/fetcher.ts';

/** A page that nobody reads yet, of two lists; and one that cannot be reached. */
export const gazette = 'https://gazette.example/news/';
export const nowhere = 'https://nowhere.example/news/';

/** What `/source add` may look at. */
export function strangers(): FakeFetcher {
  return fakeFetcher({
    [gazette]: `<html lang="zh"><head><meta charset="utf-8"><title>公告</title></head><body>
      <h2>公告</h2>${list('notices', (day) => `公报公告2031年第${day}号 关于部分物项出口许可管理的通知`)}
      <h2>服务</h2>${list('services', (day) => `第${day}期出口经营者办事指南`)}</body></html>`,
    [nowhere]: new ReadFailure('dns', `${nowhere}: no such host`),
  });
}

function list(folder: string, titled: (day: number) => string): string {
  const rows = Array.from({ length: 9 }, (_, index) => 12 - index).map(
    (day) =>
      `<li><a href="/${folder}/2031/${day}.html">${titled(day)}</a><span>2031-03-${String(day).padStart(2, '0')}</span></li>`,
  );
  return `<ul class="${folder}">${rows.join('')}</ul>`;
}
