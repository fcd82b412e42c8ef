import { reasonOfStatus } from './failures.ts';

interface Mark {
  name: string;
  /** All are looked for in tags and scripts, never in what a person reads. */
  patterns: readonly RegExp[];
  /** The longest visible text, in characters, of a page that this is the mark of. */
  visible: number;
}

/**
 * How challenges give themselves away. Genuine pages of a protected site carry the same scripts, and embed
 * CAPTCHAs beside their comments; what they do not do is to show next to nothing.
 */
const marks: readonly Mark[] = [
  { name: 'Ruishu', patterns: [/\$_ts\b/], visible: 300 },
  { name: 'Jiasule', patterns: [/jsl_clearance/], visible: 300 },
  { name: 'Cloudflare', patterns: [/_cf_chl_|cf-browser-verification|cf-challenge/], visible: 1000 },
  { name: 'Aliyun', patterns: [/acw_sc__v\d/], visible: 300 },
  {
    name: 'CAPTCHA',
    patterns: [
      /geetest|TencentCaptcha|AliyunCaptcha|AWSC\.use|hcaptcha|recaptcha|cf-turnstile|(?:id|class|src|action)\s*=\s*["'][^"'<>]{0,200}captcha/i,
    ],
    visible: 300,
  },
  {
    name: 'slider',
    patterns: [
      /(?:id|class|src)\s*=\s*["'][^"'<>]{0,200}(?:slid(?:e|er|ing)[-_]?(?:verify|code|block|check)|huakuai)/i,
    ],
    visible: 300,
  },
  // Sets a cookie and comes again, and has nothing else to say.
  {
    name: 'cookie',
    patterns: [/document\s*(?:\.\s*cookie|\[\s*['"]cookie['"]\s*\])\s*=/, /\blocation\b/],
    visible: 60,
  },
];

/** Longer pages are not read for marks: the largest challenges inline some 200 KB of script. */
const longest = 500_000;

/**
 * Names the protection whose challenge page this is; null where it is none. A page is told by the marks in its
 * markup and by having nearly nothing to read, not by words: an article about CAPTCHAs is no challenge.
 * @param status - undefined for a text whose answer is not known, such as a file.
 */
export function looksLikeChallenge(status: number | undefined, text: string): string | null {
  const named = challengeIn(text);
  if (named) return named;
  return status !== undefined && reasonOfStatus(status) === 'challenge' ? `status ${status}` : null;
}

function challengeIn(text: string): string | null {
  // Feeds and JSON show nothing either, and may quote anything.
  if (text.length > longest || !/^\s*<(?!\?xml|rss|feed|rdf)/i.test(text)) return null;

  const { markup, visible } = split(text);
  return (
    marks.find((mark) => visible <= mark.visible && mark.patterns.every((pattern) => pattern.test(markup)))
      ?.name ?? null
  );
}

// Whatever is left open reaches to the end, so that no text makes this search twice.
const hidden =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|noscript|template)\b[\s\S]*?(?:<\/\1\s*>|$)|<[a-z/!?][^<>]*>?/gi;

/** Parts what a browser runs from what a person reads, of which only the length matters. */
function split(text: string): { markup: string; visible: number } {
  const markup: string[] = [];
  const read = text.replace(hidden, (piece) => {
    markup.push(piece);
    return ' ';
  });
  return { markup: markup.join('\n'), visible: read.replace(/\s+/g, ' ').trim().length };
}
