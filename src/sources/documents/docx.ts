import { type UnzipFileFilter, type Unzipped, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { ReadFailure } from '../../domain/failure.ts';
import { oneLine } from '../html.ts';

/** Of the XML of a text; a document's own size is that of its pictures. */
const maxXml = 20_000_000;

/** Of its elements: the parser takes longer for each the deeper it stands. */
const maxDepth = 500;

/** Where WordprocessingML keeps the text of a document (ECMA-376, part 1, 11.3.10). */
const part = 'word/document.xml';

/**
 * The text of a DOCX, one paragraph a line and one row of a table a line: as its author sees it with all changes
 * accepted, without headers, footers and comments. Numbers that Word counts itself (一、 二、) are not in the file.
 *
 * @throws {ReadFailure} `malformed` where it is no DOCX, `too-large`, `too-deep`.
 */
export function textOfDocx(bytes: Uint8Array): string {
  const lines: string[] = [];
  let pieces: string[] = [];
  let rows = 0;
  let inText = false;
  let unread = 0;
  let depth = 0;
  let complete = false;

  const end = () => {
    const text = oneLine(pieces.join(''));
    if (text) lines.push(text);
    pieces = [];
  };
  const parser = new Parser(
    {
      onopentagname(name) {
        depth += 1;
        if (depth > maxDepth) throw new ReadFailure('too-deep', 'The Word document is nested too deep');
        if (ignored.has(name)) unread += 1;
        if (name === 'w:t') inText = true;
        if (name === 'w:tr') rows += 1;
        if (spaces.has(name) || (rows > 0 && breaks.has(name))) pieces.push(' ');
        else if (breaks.has(name)) end();
      },
      ontext(text) {
        if (inText && unread === 0) pieces.push(text);
      },
      onclosetag(name, implied) {
        depth -= 1;
        if (name === 'w:document') complete = !implied;
        if (ignored.has(name)) unread -= 1;
        if (name === 'w:t') inText = false;
        if (name === 'w:tr') rows -= 1;
        if (name === 'w:p' || name === 'w:tr') rows > 0 ? pieces.push(' ') : end();
      },
    },
    { xmlMode: true },
  );
  parser.end(mainPart(bytes));
  end();
  // fflate stops where an entry says it ends, and cannot know that it lies.
  if (!complete) throw new ReadFailure('malformed', 'The Word document breaks off');
  return lines.join('\n');
}

/** Text boxes stand twice in a file, for new programs and for old ones; moved text where it was and where it is. */
const ignored: ReadonlySet<string> = new Set(['mc:Fallback', 'w:moveFrom']);
const spaces: ReadonlySet<string> = new Set(['w:tab', 'w:tc']);
const breaks: ReadonlySet<string> = new Set(['w:br', 'w:cr']);

function mainPart(bytes: Uint8Array): string {
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (name !== part) return false;
    if (originalSize > maxXml) {
      throw new ReadFailure('too-large', `The document unpacks to ${originalSize} bytes of text`);
    }
    return true;
  };
  const xml = unpack(bytes, filter)[part];
  if (!xml) throw new ReadFailure('malformed', 'The archive holds no Word document');
  return new TextDecoder().decode(xml);
}

/** Never more than a file's entry announces: fflate takes that for the size of its buffer. */
function unpack(bytes: Uint8Array, filter: UnzipFileFilter): Unzipped {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    throw new ReadFailure('malformed', `The archive cannot be unpacked: ${String(error)}`, { cause: error });
  }
}
