import type { Detail } from '../../domain/details.ts';
import { type Passage, quoteOf, type Sentence } from '../passage.ts';
import { type Bodies, bodiesAt } from './bodies.ts';
import { Collected } from './collect.ts';

const issuerLine =
  /^\[?(?:发布单位|发文单位|发布机关|发文机关|发布机构|发文机构|Issued by|Issuing body)\]? ?:? ?/i;
/** Before the bodies in a title: a date, a bracket, "Announcement of the". */
const lead =
  /^[\s["]*(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:(?:Joint )?(?:Announcement|Order|Notice|Decree)(?: No\. ?\d+(?: of \d{4})?)? (?:of|by) )?(?:[Tt]he )?/;
/** What makes the bodies that open a text those that issue it. */
const issues =
  /^.{0,30}?(?:公告|发布|公布|联合|决定|(?:jointly )?(?:issued|announced|published|released|decided))/;

/**
 * The bodies that issue a text: those that open its title, that its line 发布单位 names, that sign it on a line of
 * their own, and, where there is none of these, those whose act opens the text.
 */
export function issuersOf(passage: Passage): Detail<string>[] {
  const { title, sentences } = passage;
  const found = new Collected<string>();
  const add = (sentence: Sentence, bodies: Bodies | null) => {
    const quote = bodies && quoteOf(passage, sentence, bodies.start, bodies.end - bodies.start);
    for (const { name } of bodies?.list ?? []) if (quote) found.add(name, quote);
  };
  add(title, opening(title));
  for (const sentence of sentences.slice(1)) add(sentence, namedOn(sentence));
  const [, first] = sentences;
  if (found.all().length > 0 || !first) return found.all();
  const bodies = opening(first);
  if (bodies && issues.test(first.folded.slice(bodies.end, bodies.end + 60))) add(first, bodies);
  return found.all();
}

function opening({ folded }: Sentence): Bodies | null {
  return bodiesAt(folded, lead.exec(folded)?.[0].length ?? 0);
}

/** The line of the issuing body, and a signature: a line of bodies and nothing else. */
function namedOn({ folded }: Sentence): Bodies | null {
  const label = issuerLine.exec(folded);
  if (label) return bodiesAt(folded, label[0].length);
  if (folded.length > 120) return null;
  const bodies = bodiesAt(folded, 0);
  return bodies && bodies.end === folded.length ? bodies : null;
}
