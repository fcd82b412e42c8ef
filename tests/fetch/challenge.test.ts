import { describe, expect, it } from 'vitest';
import { looksLikeChallenge } from '../../src/fetch/challenge.ts';

const html = (head: string, body = '') =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const article = html(
  '<title>本周通报</title>',
  `<p>${'部有关负责人介绍，今后登录许可证申领系统须先输入验证码，并拖动滑块完成安全验证（captcha）。'.repeat(12)}</p>`,
);

describe('a challenge page', () => {
  it.each([
    [
      'Ruishu',
      html(
        '<meta id="q7" content="x" r="m"><script r="m">var a=1;$_ts=window["$_ts"]||{};$_ts.cd="qE";</script>',
      ),
    ],
    [
      'Ruishu',
      html(
        "<script>window.$_ts={nsd:90211}</script><script src='/k3/9f.js'></script>",
        '<noscript>启用脚本</noscript>',
      ),
    ],
    ['Jiasule', '<script>document.cookie="__jsl_clearance=1924.5|0|kk;path=/";location.reload()</script>'],
    [
      'Jiasule',
      "<script>document.cookie=('_')+('_')+('jsl_clearance_s=19')+('24.11|-1|z')+(';path=/');location.href=location.pathname</script>",
    ],
    [
      'Jiasule',
      '<script>go({"bts":["1924|0|a","b"],"ha":"sha1","tn":"__jsl_clearance_s","vt":"3600"})</script>',
    ],
    [
      'Cloudflare',
      html(
        '<title>Just a moment...</title><script>window._cf_chl_opt={cType:"managed"}</script>',
        'Enable JavaScript and cookies to continue',
      ),
    ],
    [
      'Aliyun',
      "<html><script>var arg1='0F3A';function r(x){document.cookie='acw_sc__v2='+x;document.location.reload()}</script></html>",
    ],
    [
      'CAPTCHA',
      html(
        '<title>访问验证</title>',
        '<form action="/verify"><img src="/Captcha?t=9"><input name="code"></form><p>请输入图中字符后继续访问</p>',
      ),
    ],
    [
      'CAPTCHA',
      html('<script src="https://static.geetest.com/v4/gt4.js"></script>', '<div id="box"></div>安全验证'),
    ],
    [
      'slider',
      html(
        '<title>安全验证</title>',
        '<div id="slider-verify"></div><p>请按住滑块，拖动到最右边</p><script>init()</script>',
      ),
    ],
    [
      'cookie',
      '<html><body><script>var t=7*6;document.cookie="sid="+t+";path=/";window.location.href=window.location.href;</script></body></html>',
    ],
    ['cookie', '\n<script>document["cookie"] = "k=1"; location.reload(true)</script>'],
  ])('of %s is told by its text alone', (name, text) => {
    expect(looksLikeChallenge(undefined, text)).toBe(name);
    expect(looksLikeChallenge(200, text)).toBe(name);
  });

  it.each([412, 521])('is what a status of %i always is', (status) => {
    expect(looksLikeChallenge(status, '')).toBe(`status ${status}`);
    expect(looksLikeChallenge(status, html('<script>$_ts={}</script>'))).toBe('Ruishu');
  });
});

describe('no challenge page', () => {
  it.each([
    ['an article about CAPTCHAs', article],
    [
      'an article of a site behind Ruishu',
      article.replace('</head>', '<script>$_ts=window["$_ts"];</script></head>'),
    ],
    [
      'an article with a CAPTCHA beside its comments',
      article.replace('</body>', '<img src="/captcha.jpg"></body>'),
    ],
    [
      'an article that quotes a script',
      html('', `<pre>document.cookie = "__jsl_clearance=1"; location.reload()</pre>`),
    ],
    ['a short notice about CAPTCHAs', html('<title>通知</title>', '<p>系统登录验证码、滑块验证升级。</p>')],
    [
      'a column that fills itself by script',
      html('<title>出口管制</title><script src="/unit.js"></script>', '<div id="list"></div>'),
    ],
    [
      'a shell that sets a cookie and has a menu',
      html(
        '<script>document.cookie="v=1";if(!location.hash){}</script>',
        '首页 机构 新闻 政策 公开 服务 互动 数据 专题 '.repeat(3),
      ),
    ],
    ['a page sent on by script', '<script>window.location.href="/index.html"</script>'],
    ['a short error page', html('<title>404</title>', '<h1>Not Found</h1>')],
    [
      'a feed',
      '<?xml version="1.0"?><rss><item><description>&lt;script&gt;$_ts</description><x class="captcha"/></item></rss>',
    ],
    ['a feed without a declaration', '<rss><item class="captcha"/></rss>'],
    ['JSON', '{"html":"<script>document.cookie=1;location.reload();$_ts=1</script>"}'],
    ['an empty text', ''],
    ['words', '$_ts'],
  ])('is %s', (_, text) => {
    expect(looksLikeChallenge(undefined, text)).toBeNull();
    expect(looksLikeChallenge(200, text)).toBeNull();
  });

  it.each([403, 404, 503])('is what a status of %i alone is', (status) => {
    expect(looksLikeChallenge(status, html('<title>Error</title>', 'Error'))).toBeNull();
  });
});
