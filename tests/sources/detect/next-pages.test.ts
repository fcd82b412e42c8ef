import { describe, expect, it } from 'vitest';
import { nextPagesOf } from '../../../src/sources/detect/next-pages.ts';
import { loadHtml } from '../../../src/sources/html.ts';
import { addressOfPage } from '../../../src/sources/readers/page.ts';

const url = 'https://ministry.example/news/index.html';

/** The addresses of pages 2 and 4, or null. */
function pages(html: string, of = url): [string, string] | null {
  const next = nextPagesOf(loadHtml(html, of), html, of, of);
  return next && [addressOfPage(next, 2), addressOfPage(next, 4)];
}

describe('further pages', () => {
  it.each`
    pager                                                                                    | second                                                       | fourth
    ${'<script>createPageHTML(37, 0, "index", "html");</script>'}                            | ${'https://ministry.example/news/index_1.html'}              | ${'https://ministry.example/news/index_3.html'}
    ${'<script>createPageHTML("page_div",50, 1,"list","shtml",1000);</script>'}              | ${'https://ministry.example/news/list_2.shtml'}              | ${'https://ministry.example/news/list_4.shtml'}
    ${'<a href="?page=2">2</a><a href="?page=3">3</a>'}                                      | ${'https://ministry.example/news/index.html?page=2'}         | ${'https://ministry.example/news/index.html?page=4'}
    ${'<a href="?page=0">1</a><a href="?page=1">2</a><a rel="next" href="?page=1">Next</a>'} | ${'https://ministry.example/news/index.html?page=1'}         | ${'https://ministry.example/news/index.html?page=3'}
    ${'<a href="?start=20">2</a><a href="?start=40">3</a>'}                                  | ${'https://ministry.example/news/index.html?start=20'}       | ${'https://ministry.example/news/index.html?start=60'}
    ${'<a href="?b_start:int=15">Next</a>'}                                                  | ${'https://ministry.example/news/index.html?b_start:int=15'} | ${'https://ministry.example/news/index.html?b_start:int=45'}
    ${'<a href="index_2.html">下一页</a>'}                                                   | ${'https://ministry.example/news/index_2.html'}              | ${'https://ministry.example/news/index_4.html'}
    ${'<a href="/news/page/2/">Older posts</a>'}                                             | ${'https://ministry.example/news/page/2/'}                   | ${'https://ministry.example/news/page/4/'}
    ${'<link rel="next" href="/news?p=2">'}                                                  | ${'https://ministry.example/news?p=2'}                       | ${'https://ministry.example/news?p=4'}
    ${'<a href="?page=2">次へ</a>'}                                                          | ${'https://ministry.example/news/index.html?page=2'}         | ${'https://ministry.example/news/index.html?page=4'}
  `('of $pager are $second and $fourth', ({ pager, second, fourth }) => {
    expect(pages(pager)).toEqual([second, fourth]);
  });

  it.each([
    '<p>nothing</p>',
    '<script>createPageHTML(1, 0, "index", "html");</script>',
    '<a href="javascript:toPage(2)">2</a>',
    '<a href="https://other.example/?page=2">2</a>',
    '<a href="?token=d41d8cd98f">Next</a>',
    '<a href="/2026/review.html">Next</a>',
  ])('are not guessed from %s', (html) => {
    expect(pages(html)).toBeNull();
  });
});
