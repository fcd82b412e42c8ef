import { isUtf8 } from 'node:buffer';

/** What is said about bytes from outside. */
interface CharsetHints {
  /** The answer's `Content-Type`, as it came. */
  contentType?: string | undefined;
  /** A WHATWG encoding label that goes before every declaration, though not before a byte order mark. */
  forced?: string | undefined;
}

const utf8 = 'utf-8';
const gb18030 = 'gb18030';
const latin1 = 'windows-1252';

/** How the first bytes give the encoding away: byte order marks, and `<?` in UTF-16 (XML 1.0, appendix F). */
const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], utf8],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0x00, 0x3c, 0x00, 0x3f], 'utf-16be'],
  [[0x3c, 0x00, 0x3f, 0x00], 'utf-16le'],
];

/**
 * The text of an answer, without its byte order mark.
 *
 * A signature decides, then the forced label. Then the bytes are held against what is declared (header, XML
 * declaration, `<meta>`), since half of the wrong labels are contradicted by them: nothing but UTF-8 is valid
 * UTF-8 by chance, and UTF-8 is never invalid from end to end. Bytes without a declaration are UTF-8 or GB18030.
 * Every GB2312 and GBK is read as GB18030, which holds them both.
 * @throws {RangeError} where the forced label is no encoding.
 */
export function decode(bytes: Uint8Array, { contentType, forced }: CharsetHints = {}): string {
  const certain = signatureOf(bytes) ?? (forced && widest(new TextDecoder(forced).encoding));
  if (certain) return decodeAs(certain, bytes);

  const declared = declaredIn(bytes, contentType) ?? utf8;
  if (declared !== utf8 && !isUtf8(bytes)) return decodeAs(declared, bytes);

  const text = decodeAs(utf8, bytes);
  if (declared !== utf8) return couldOnlyBeUtf8(text, declared) ? text : decodeAs(declared, bytes);
  return isUtf8(bytes) || mostlyUtf8(text) ? text : decodeAs(gb18030, bytes);
}

function signatureOf(bytes: Uint8Array): string | undefined {
  return signatures.find(([start]) => start.every((byte, index) => bytes[index] === byte))?.[1];
}

/** The encoding that an answer claims for itself. */
function declaredIn(bytes: Uint8Array, contentType = ''): string | undefined {
  const header = encodingOf(/;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1]);
  // Latin-1 is what servers say where nobody told them anything: the document knows better.
  if (header && header !== latin1) return header;

  return declaredInside(bytes) ?? header;
}

const xmlDeclaration = /^\s*<\?xml\s[^<>]{0,200}?encoding\s*=\s*["']([^"']{1,40})["']/;
const metaDeclaration = /<meta\s[^<>]{0,500}?charset\s*=\s*["']?([^\s"'/>;]{1,40})/i;

/** Browsers look at 1,024 bytes; sites put scripts and comments of any length before their `<meta>`. */
const searchedBytes = 64 * 1024;

function declaredInside(bytes: Uint8Array): string | undefined {
  const start = decodeAs(latin1, bytes.subarray(0, searchedBytes));
  const encoding = encodingOf((xmlDeclaration.exec(start) ?? metaDeclaration.exec(start))?.[1]);
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says (WHATWG prescan).
  return encoding?.startsWith('utf-16') ? utf8 : encoding;
}

/** The name of the encoding that a label means; undefined where it means none, as if nothing were declared. */
function encodingOf(label: string | undefined): string | undefined {
  if (!label) return undefined;
  try {
    return widest(new TextDecoder(label).encoding);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function widest(encoding: string): string {
  return encoding === 'gbk' ? gb18030 : encoding;
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
  return count(text, /[\u0800-\ufffc]/g) > count(text, /\ufffd/g);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}
