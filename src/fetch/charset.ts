import { Buffer, isUtf8 } from 'node:buffer';
import { guess } from './charset-guess.ts';
import { undoubled } from './double-encoding.ts';
import { type Encoding, encoding, encodingOf, utf8 } from './encodings.ts';

/** What is said about bytes from outside. */
interface CharsetHints {
  /** The answer's `Content-Type`, as it came. */
  contentType?: string | undefined;
  /** An encoding's label that goes before every declaration, though not before a byte order mark. */
  forced?: string | undefined;
}

const latin1 = 'windows-1252';

/** `null` stands for any byte but zero. */
type Signature = readonly (number | null)[];

/** How the first bytes give the encoding away: byte order marks, and `<?` or `<` (XML 1.0, appendix F). */
const signatures: readonly (readonly [Signature, string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0x00, 0x00, 0x00, 0x3c], 'utf-32be'],
  [[0x3c, 0x00, 0x00, 0x00], 'utf-32le'],
  [[0x00, 0x3c, 0x00, null], 'utf-16be'],
  [[0x3c, 0x00, null, 0x00], 'utf-16le'],
];

/** `<?xml` on a mainframe. */
const ebcdicStart: Signature = [0x4c, 0x6f, 0xa7, 0x94, 0x93];

/**
 * The text of an answer, without its byte order mark.
 *
 * A signature decides, then the forced label. Then the bytes are held against what is declared (header, XML
 * declaration, `<meta>`), since half of the wrong labels are contradicted by them: nothing but UTF-8 is valid
 * UTF-8 by chance, and UTF-8 is never invalid from end to end. What contradicts every declaration, or has none, is
 * read in the encoding in which it makes most sense. Of UTF-8 that was read as Latin-1 and encoded again, the second
 * encoding is undone.
 * @throws {RangeError} where the forced label is no encoding.
 */
export function decode(bytes: Uint8Array, { contentType, forced }: CharsetHints = {}): string {
  const certain = signatureOf(bytes) ?? (forced ? encoding(forced) : mainframe(bytes));
  if (certain) return withoutMark(certain.decode(bytes));

  const declared = declaredFor(bytes, contentType);
  return undoubled(isUtf8(bytes) ? whereUtf8(bytes, declared) : whereNotUtf8(bytes, declared));
}

function signatureOf(bytes: Uint8Array): Encoding | undefined {
  const found = signatures.find(([start]) => startsWith(bytes, start));
  return found && encodingOf(found[1]);
}

function startsWith(bytes: Uint8Array, start: Signature): boolean {
  return start.every((byte, index) => (byte === null ? bytes[index] !== 0 : bytes[index] === byte));
}

/** EBCDIC, by the page that its declaration names: read in any page, that much is the same. */
function mainframe(bytes: Uint8Array): Encoding | undefined {
  if (!startsWith(bytes, ebcdicStart)) return undefined;
  const any = encodingOf('cp037');
  const label = any && xmlDeclaration.exec(any.decode(bytes.subarray(0, 200)))?.[1];
  const named = encodingOf(label);
  return named?.name.startsWith('cp') ? named : any;
}

function whereUtf8(bytes: Uint8Array, [declared]: readonly Encoding[]): string {
  const text = utf8.decode(bytes);
  // Escapes in seven bits are valid UTF-8, too.
  if (/\x1b\$[@B]/.test(text)) return encoding('iso-2022-jp').decode(bytes);
  if (!declared || declared.name === utf8.name || couldOnlyBeUtf8(text, declared.name)) return text;
  return declared.decode(bytes);
}

/** A declaration is believed unless it says UTF-8, which these bytes are not, or they plainly read as something else. */
function whereNotUtf8(bytes: Uint8Array, declared: readonly Encoding[]): string {
  const text = utf8.decode(bytes);
  if ((declared[0] ?? utf8).name === utf8.name && mostlyUtf8(text)) return withStrays(bytes);

  const believed = declared.filter(({ name }) => name !== utf8.name);
  const found = guess(bytes);
  if (believed.length === 0) return found.best().decode(bytes);
  const right = believed.find((one) => !found.contradicts(one)) ?? found.best();
  return right.decode(bytes);
}

/** UTF-8 into which words of Windows-1252 were pasted: no byte of UTF-8 stands alone between two plain letters. */
function withStrays(bytes: Uint8Array): string {
  const mended = Buffer.from(bytes)
    .toString('latin1')
    .replace(/(?<=[a-z])[\x80-\xff](?=[a-z])/gi, (byte) =>
      Buffer.from(encoding(latin1).decode(Buffer.from(byte, 'latin1'))).toString('latin1'),
    );
  return utf8.decode(Buffer.from(mended, 'latin1'));
}

/** What an answer claims for itself, what is likelier true first. */
function declaredFor(bytes: Uint8Array, contentType = ''): Encoding[] {
  const header = encodingOf(/;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1]);
  const inside = declaredInside(bytes);
  // Latin-1 is what servers say where nobody told them anything: the document knows better.
  const order = header?.name === latin1 ? [inside, header] : [header, inside];
  return order.filter((one) => one !== undefined);
}

const xmlDeclaration = /^[^<]{0,500}<\?xml\s[^<>]{0,200}?encoding\s*=\s*["']\s*([^"']{1,40})["']/i;
const metaDeclaration = /<meta\s[^<>]{0,500}?charset\s*=\s*["']?([^\s"'/>;]{1,40})/i;

/** Browsers look at 1,024 bytes; sites put scripts and comments of any length before their `<meta>`. */
const searchedBytes = 64 * 1024;

function declaredInside(bytes: Uint8Array): Encoding | undefined {
  const start = encoding(latin1).decode(bytes.subarray(0, searchedBytes));
  const found = encodingOf((xmlDeclaration.exec(start) ?? metaDeclaration.exec(start))?.[1]);
  // A declaration that can be read byte by byte is not in UTF-16 or UTF-32, whatever it says (WHATWG prescan).
  return found && /^(?:utf-?(?:16|32)|ucs)/.test(found.name) ? utf8 : found;
}

/**
 * Whether bytes that are valid UTF-8 contradict another label. Two bytes of UTF-8 may also be one character of
 * GBK; its three bytes for a Chinese character, again and again, may not.
 */
function couldOnlyBeUtf8(text: string, declared: string): boolean {
  return declared === latin1 ? /[^\0-\x7f]/.test(text) : /[\u0800-\uffff]/.test(text);
}

/** A page cut in the middle of a character is still UTF-8: GBK read as UTF-8 is faulty from end to end. */
function mostlyUtf8(text: string): boolean {
  const lost = count(text, /\ufffd/g);
  return count(text, /[\u0800-\ufffc]/g) > lost || count(text, /[\u0080-\u07ff]/g) > 3 * lost;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}
