import { SECOND } from '../domain/moment.ts';

/** What a robots.txt says to one robot. */
export interface RobotsRules {
  /** Whether it lets the robot read an address of its site. */
  allows(url: URL): boolean;
  /** Milliseconds between two requests: no part of the RFC, but many sites say it. At most 30 s are granted. */
  crawlDelay: number;
}

/** So many characters of a robots.txt are read, as RFC 9309, 2.5 asks for. */
export const longestRobots = 500 * 1024;

const longestDelay = 30 * SECOND;

/** Of a path, so much is compared: comparing costs the rules times the path, and both may be a hostile site's. */
const comparedPath = 1000;

interface Rule {
  allows: boolean;
  /** What stands between the stars. */
  pieces: string[];
  /** Whether the last piece must end the path. */
  anchored: boolean;
  /** In characters as normalised: the longest match decides. */
  length: number;
}

interface Group {
  rules: Rule[];
  crawlDelay: number;
}

/**
 * Reads the rules of RFC 9309, 2.2 for one robot: those of every group that names it, else those of every group
 * for all; of the rules that match, the longest, and to allow where two are as long.
 *
 * Our own, because robots-parser 3.0.1 keeps every rule once for each name of its group: 500 KB of names and
 * rules cost it 4 GB. Here nothing is kept but what concerns us, and reading is linear.
 * @param text - '' where there is none.
 * @param robot - A product token, as in the User-Agent, without version.
 */
export function rulesFor(text: string, robot: string): RobotsRules {
  const { rules, crawlDelay } = groupFor(text.slice(0, longestRobots), robot.toLowerCase());
  rules.sort((one, other) => other.length - one.length || Number(other.allows) - Number(one.allows));

  return {
    crawlDelay,
    allows(url) {
      const path = comparable((url.pathname + url.search).slice(0, comparedPath));
      return rules.find((rule) => matches(rule, path))?.allows ?? true;
    },
  };
}

function groupFor(text: string, robot: string): Group {
  const named: Group = { rules: [], crawlDelay: 0 };
  const everyone: Group = { rules: [], crawlDelay: 0 };
  /** Whom the group speaks to, of the two that matter. */
  let speaksTo = new Set<Group>();
  let isNamed = false;
  let naming = false;

  for (const { field, value } of fieldsOf(text)) {
    if (field === 'user-agent') {
      if (!naming) speaksTo = new Set();
      naming = true;
      if (value.startsWith('*')) speaksTo.add(everyone);
      else if (/^[a-z_-]+/i.exec(value)?.[0].toLowerCase() === robot) speaksTo.add(named);
      isNamed ||= speaksTo.has(named);
      continue;
    }
    naming = false;
    for (const group of speaksTo) take(group, field, value);
  }
  return isNamed ? named : everyone;
}

/** Other lines, such as `Sitemap:`, belong to no group and end none. */
function* fieldsOf(text: string): Generator<{ field: string; value: string }> {
  for (const line of text.split(/[\r\n]+/)) {
    const [, field, value] = /^[ \t]*(user-agent|allow|disallow|crawl-delay)[ \t]*:([^#]*)/i.exec(line) ?? [];
    if (field && value !== undefined) yield { field: field.toLowerCase(), value: value.trim() };
  }
}

function take(group: Group, field: string, value: string): void {
  if (field === 'crawl-delay') {
    const delay = Number(value) * SECOND;
    if (delay > group.crawlDelay) group.crawlDelay = Math.min(delay, longestDelay);
  } else if (value !== '') {
    group.rules.push(ruleOf(value, field === 'allow'));
  }
}

function ruleOf(value: string, allows: boolean): Rule {
  const anchored = value.endsWith('$');
  const pattern = comparable(anchored ? value.slice(0, -1) : value);
  return { allows, pieces: pattern.split(/\*+/), anchored, length: pattern.length + Number(anchored) };
}

/**
 * One spelling for what means the same (RFC 9309, 2.2.2): octets beyond ASCII encoded, unreserved ones not,
 * and the digits of the others in capitals.
 */
function comparable(path: string): string {
  return path
    .replace(/[^\p{ASCII}]+/gu, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/%[\da-f]{2}/gi, (encoded) => {
      const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : encoded.toUpperCase();
    });
}

/** Taking each piece where it first occurs finds a match where there is one. */
function matches({ pieces, anchored }: Rule, path: string): boolean {
  const [first = '', ...rest] = pieces;
  if (!path.startsWith(first)) return false;
  const last = anchored ? rest.pop() : undefined;

  let at = first.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  if (!anchored) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}
