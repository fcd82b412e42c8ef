import { Buffer } from 'node:buffer';
import iconv from 'iconv-lite';
import { ebcdicOf } from './ebcdic.ts';

/** An encoding, by the name that the web knows it by; by its trade name where the web does not know it. */
export interface Encoding {
  name: string;
  decode(bytes: Uint8Array): string;
}

export const utf8 = encoding('utf-8');

/** What labels mean that neither the WHATWG nor iconv-lite knows, written as {@link plain} does. */
const aliases: Record<string, string> = {
  u8: 'utf-8',
  u16: 'utf-16le',
  u32: 'utf-32',
  csucs4: 'utf-32',
  cpis: 'cp861',
  maclatin2: 'maccenteuro',
  maccentraleurope: 'maccenteuro',
  shiftjis2004: 'shift_jis',
  shiftjisx0213: 'shift_jis',
  eucjis2004: 'euc-jp',
  eucjisx0213: 'euc-jp',
  uhc: 'euc-kr',
  tis620: 'windows-874',
};

/** The encoding that a label means; undefined where it means none, as if there were no label. */
export function encodingOf(label: string | undefined): Encoding | undefined {
  if (!label) return undefined;
  const name = aliases[plain(label)] ?? label.trim();
  // The web's tables first: they hold what pages are written in rather than what a standard says.
  return (webName(name) && encoding(name)) || ebcdicOf(plain(name)) || rare(name);
}

/** @throws {RangeError} where the label is no encoding. */
export function encoding(label: string): Encoding {
  const { encoding: found } = new TextDecoder(label);
  // Every GB2312 and GBK is read as GB18030, which holds them both.
  const name = found === 'gbk' ? 'gb18030' : found;
  return { name, decode: (bytes) => new TextDecoder(name).decode(bytes) };
}

function rare(name: string): Encoding | undefined {
  if (!iconv.encodingExists(name)) return undefined;
  return { name: plain(name), decode: (bytes) => iconv.decode(Buffer.from(bytes), name) };
}

function webName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function plain(label: string): string {
  return label.toLowerCase().replace(/[^a-z0-9]/g, '');
}
