import { ReadFailure } from '../domain/failure.ts';
import type { Article, Attachment, AttachmentReading } from '../domain/item.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import { type Extract, readDocument } from './documents/read.ts';

/** Of one article; ministries put the decision first. */
const maxRead = 3;

/** A cover letter: "the list is hereby published", and the list is a document. */
function isShort(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > 0 ? han < 200 : text.length < 600;
}

/** Named as such, or handed out without a name. */
function isReadable({ title, url }: Attachment): boolean {
  const names = [title, ...[new URL(url).pathname, ...new URL(url).searchParams.values()]];
  const kinds = names.flatMap((name) => /\.([a-z]{2,4}\d?)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? []);
  const said = kinds.filter((kind) => !/^(?:jsp|do|ashx|aspx?|php|html?)$/.test(kind));
  return said.length === 0 || said.some((kind) => kind === 'pdf' || kind === 'docx');
}

/**
 * The article with the text of its attachments after its own, each under its title, where its own is too short to be
 * all there is. A document is read once: what is known of it from an earlier look is kept, so that a failure now
 * does not take words back that the ministry has not taken back.
 *
 * A document that cannot be read is marked as such; the article stands all the same.
 *
 * @param known - The article as it was last read.
 */
export async function readAttachments(
  article: Article,
  known: Pick<Article, 'text' | 'attachments'> | null,
  fetcher: Fetcher,
  signal?: AbortSignal,
): Promise<Article> {
  const short = isShort(article.text);
  let { text } = article;
  let left = maxRead;
  const attachments: Attachment[] = [];
  for (const { title, url } of article.attachments) {
    const before = knownExtract(known, url);
    const tried = before === null && short && left > 0 && isReadable({ title, url });
    if (tried) left -= 1;
    const extract = before ?? (tried ? await readOne(url, fetcher, signal) : null);
    if (extract === null) attachments.push({ title, url });
    else if (extract.outcome === 'text') {
      const start = text.length + title.length + (text ? 2 : 1);
      text = `${text}${text ? '\n' : ''}${title}\n${extract.text}`;
      const reading: AttachmentReading = { outcome: 'read', start, end: text.length, whole: extract.whole };
      attachments.push({ title, url, reading });
    } else attachments.push({ title, url, reading: extract });
  }
  return { ...article, text, attachments };
}

/** A failure is no knowledge: it is tried again. */
function knownExtract(known: Pick<Article, 'text' | 'attachments'> | null, url: string): Extract | null {
  const reading = known?.attachments.find((one) => one.url === url)?.reading;
  if (!known || !reading || reading.outcome === 'failed') return null;
  if (reading.outcome === 'scan') return reading;
  return { outcome: 'text', text: known.text.slice(reading.start, reading.end), whole: reading.whole };
}

async function readOne(url: string, fetcher: Fetcher, signal: AbortSignal | undefined): Promise<Extract> {
  try {
    const { bytes } = await fetcher.fetchBytes({ url, signal });
    return await readDocument(bytes, {}, signal);
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    return { outcome: 'failed', reason: error.reason, message: error.message };
  }
}
