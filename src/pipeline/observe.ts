import type { Judgement } from '../domain/announcement.ts';
import type { Details } from '../domain/details.ts';
import { ReadFailure } from '../domain/failure.ts';
import type { Article, Row } from '../domain/item.ts';
import type { Source } from '../domain/source.ts';
import { readArticle } from '../sources/article.ts';
import { fromJson } from '../store/columns.ts';
import { latestRevision } from '../store/items.ts';
import type { Db, ItemRow, RevisionRow } from '../store/schema.ts';
import { type Document, judge } from '../understand/classify.ts';
import { isElsewhere } from '../understand/decider.ts';
import { detailsOf } from '../understand/details/details.ts';
import { passageOf } from '../understand/passage.ts';
import type { Ports } from './ports.ts';

/** A row never seen before, a known Item that its listing shows otherwise, or one due on the reread clock. */
export type Sighting = { item: null; row: Row } | { item: ItemRow; row: Row | null };

/** A text and what it was taken for. */
export interface Judged {
  content: Article;
  judgement: Judgement;
  /** Null where the text is not relevant, and for transcripts, whose answers are no notices. */
  details: Details | null;
}

/** What one look at an Item found, with the verdict on its text. */
export interface Observation {
  sighting: Sighting;
  /** Null when the article could not be read, or was not tried. */
  article: Judged | null;
  failure: ReadFailure | null;
  /** What the listing says: all there is until the article can be read. Judged only where it is needed. */
  listed: Article;
}

/** Reads an Item's article and judges it. A failed read is part of the observation. */
export async function observe(
  source: Source,
  sighting: Sighting,
  { db, fetcher, parser }: Pick<Ports, 'db' | 'fetcher' | 'parser'>,
  mayRead: boolean,
  signal?: AbortSignal,
): Promise<Observation> {
  const listed = listedContent(sighting);
  if (!mayRead) return { sighting, article: null, failure: null, listed };

  const { url } = sighting.item === null ? sighting.row : (sighting.row ?? sighting.item);
  try {
    const known = await lastRead(db, sighting);
    const content = await readArticle(source, url, fetcher, { parser, known, signal });
    const published = content.published ?? listed.published;
    return { sighting, article: judged(source, { ...content, published }), failure: null, listed };
  } catch (error) {
    signal?.throwIfAborted();
    return { sighting, article: null, failure: failureOf(error, url), listed };
  }
}

async function lastRead(db: Db, { item }: Sighting): Promise<Article | null> {
  const revision = item && (await latestRevision(db, item.id));
  return revision?.textRead === 1 ? articleIn(revision) : null;
}

/** The text of a Revision, as it was read. */
export function articleIn({ title, text, published, issuer, attachments }: RevisionRow): Article {
  return {
    ...{ title, text, issuer },
    published: published && fromJson(published),
    attachments: fromJson(attachments),
  };
}

/** An error of ours in one article must not keep the others of its Source from being read. */
function failureOf(error: unknown, url: string): ReadFailure {
  if (error instanceof ReadFailure) return error;
  return new ReadFailure('internal', `${url} could not be understood: ${String(error)}`, { cause: error });
}

/** The verdict on an article, and what it states beyond its facts. */
export function judged(source: Source, content: Article): Judged {
  const judgement = judgeArticle(content, source);
  const notice = judgement.parts[0]?.part === '';
  return { content, judgement, details: notice ? detailsOf(passageOf(documentOf(content, source))) : null };
}

/**
 * The verdict on an article, as one of this Source. What another country decided is no Announcement of the
 * Source's authority: such a part is dropped, and a text without any other stays silent.
 */
export function judgeArticle(article: Article, source: Source): Judgement {
  const { country } = source.authority;
  const judgement = judge(documentOf(article, source));
  const parts = judgement.parts.filter(({ decidedBy }) => !isElsewhere(decidedBy, country));
  return { ...judgement, relevant: parts.length > 0, parts };
}

function documentOf({ title, text, published, issuer }: Article, { authority }: Source): Document {
  return { title, text, publishedOn: published?.on ?? null, country: authority.country, issuer };
}

function listedContent(sighting: Sighting): Article {
  const { title, text, published } =
    sighting.item === null ? sighting.row : (sighting.row ?? stored(sighting.item));
  return { title, text: text ?? '', published, issuer: null, attachments: [] };
}

function stored({ title, summary, published }: ItemRow) {
  return { title, text: summary, published: published && fromJson(published) };
}
