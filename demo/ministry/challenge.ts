import type { Answer } from './site.ts';

/**
 * What a web application firewall sends instead of the page: a script that only a browser runs, and a cookie
 * by which it would be known again. The status is the one such firewalls of Chinese ministries use.
 */
export const challengePage: Answer = {
  status: 412,
  type: 'text/html',
  headers: { 'set-cookie': 'demo_gate=7f31c0; Path=/; HttpOnly', 'cache-control': 'no-store' },
  body: `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta id="dG7kWq0" content="{demo}" r="m"><script type="text/javascript" r="m">$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=70310;</script>
<script type="text/javascript" src="/dG7kWq0/gate.js" r="m"></script></head><body></body></html>
`,
};
