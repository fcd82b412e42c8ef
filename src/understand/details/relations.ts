import type { Relation } from '../../domain/details.ts';
import type { Quote } from '../../domain/facts.ts';
import { type Passage, quoteOf } from '../passage.ts';
import { type Act, type Acted, actsIn, headingAct } from './acts.ts';
import { type Mention, mentionsIn } from './notices.ts';

const mostQuotes = 6;

/**
 * Every other notice that a text names, with what it does to it: the verb of the clause decides, and what is
 * denied, proposed or asked is only cited. The notice's own number is none of them. Quoted are the number and
 * the verb. See {@link mentionsIn} for the normal form and for years left out.
 */
export function relationsOf(passage: Passage): Relation[] {
  const mentions = mentionsIn(passage);
  if (mentions.length === 0) return [];
  const acted = [...Map.groupBy(mentions, ({ sentence }) => sentence)].flatMap(([sentence, group]) =>
    actsIn(sentence, group),
  );
  listedBelow(passage, acted);
  const own = ownNotice(passage, acted);
  const found = new Map<string, Relation>();
  for (const each of acted)
    for (const relation of relationsIn(passage, each)) {
      if (relation.notice !== own) add(found, relation);
    }
  return withoutMereCitations([...found.values()]);
}

function relationsIn(passage: Passage, { mention, act }: Acted): Relation[] {
  const { sentence, items } = mention;
  const verb = act && quoteOf(passage, act.sentence, act.index, act.length);
  return items.flatMap(({ notice, sections, start, end }) => {
    if (notice === null) return [];
    const words = quoteOf(passage, sentence, start, end - start);
    const quotes: Quote[] = verb ? [words, verb] : [words];
    const kind = act && !sentence.question ? act.kind : 'cites';
    return (sections.length > 0 ? sections : [null]).map((section) => ({ kind, notice, section, quotes }));
  });
}

function add(found: Map<string, Relation>, relation: Relation): void {
  const key = `${relation.kind} ${relation.notice} ${relation.section}`;
  const known = found.get(key);
  if (!known) found.set(key, { ...relation, quotes: [...relation.quotes] });
  else if (known.quotes.length < mostQuotes) known.quotes.push(...relation.quotes);
}

/** A notice that something is done to is also named: that adds nothing. */
function withoutMereCitations(relations: Relation[]): Relation[] {
  const done = new Set(relations.filter(({ kind }) => kind !== 'cites').map(({ notice }) => notice));
  return relations.filter(({ kind, notice }) => kind !== 'cites' || !done.has(notice));
}

/**
 * The number in the title, in the document line, or that of a notice given out; no verb acts on it. Answers to
 * reporters have none.
 */
function ownNotice({ sentences }: Passage, acted: Acted[]): string | null {
  const free = acted.filter(({ act }) => act === null).map(({ mention }) => mention);
  const own =
    free.find((mention) => mention.sentence.in === 'title' && !isSubjectMatter(mention)) ??
    free.find(({ sentence }) => /^\[?(?:发布|发文)(?:文号|字号)/.test(sentence.folded));
  const answers = sentences.some(({ question }) => question);
  const given = answers ? undefined : free.find((mention) => mention.issued || opensText(mention));
  return (own ?? given)?.items[0]?.notice ?? null;
}

/** 就公告2025年第61号答记者问, "Q&A on Announcement No. 61": a title about a notice. */
function isSubjectMatter({ sentence, start }: Mention): boolean {
  return /(?:就|关于|对|解读|有关|\b(?:on|about|regarding|explains?|under))[^,:]{0,24}$/i.test(
    sentence.folded.slice(Math.max(0, start - 36), start),
  );
}

/** "Announcement No. 51 of 2025 puts…", "The notice is No. 18 of 2025": what the text is about. */
function opensText({ sentence, start, end }: Mention): boolean {
  if (sentence.question || sentence.in === 'title') return false;
  const before = sentence.folded.slice(Math.max(0, start - 24), start);
  if (/^(?:The )?(?:notice|announcement|order) is (?:numbered )?$/i.test(before)) return true;
  if (start > 8 || !/^(?:The )?$/.test(before)) return false;
  return /^ (?:puts?|adds?|sets?|bans?|requires?|imposes?|announces?|covers?|introduces?|suspends?|lists?|makes|strengthens)\b|^ ?(?:公布|决定|宣布|明确|将|对)/.test(
    sentence.folded.slice(end, end + 20),
  );
}

/** "暂停实施以下公告：", and the list of them on the lines below. */
function listedBelow(passage: Passage, acted: Acted[]): void {
  const bySentence = Map.groupBy(acted, ({ mention }) => mention.sentence);
  let heading: Act | null = null;
  for (const sentence of passage.sentences) {
    const here = bySentence.get(sentence);
    if (!here) heading = headingAct(sentence);
    else if (here.some(({ act, mention }) => act || mention.issued)) heading = null;
    else for (const each of here) each.act = heading;
  }
}
