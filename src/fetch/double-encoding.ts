import { Buffer, isUtf8 } from 'node:buffer';

/** Windows-1252 from 0x80 on, where it differs from Latin-1; what it lacks is read as a control. */
const windows1252 = new Map(
  Array.from({ length: 0x20 }, (_, index) => 0x80 + index).map((byte) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(byte)).charCodeAt(0),
    byte,
  ]),
);

const follower = '[\\u0080-\\u00bf\\u0152-\\u2122]';
/** Three bytes of one character, or two characters of two. */
const manyBytes = new RegExp(
  `[\\u00e0-\\u00f4]${follower}{2}|[\\u00c2-\\u00f4]${follower}[^]*?[\\u00c2-\\u00f4]${follower}`,
);

/**
 * Undoes an encoding too many: UTF-8 that was read as Latin-1 and encoded as UTF-8 again, "å…³äºŽ" for "关于". Only
 * where it is certain, that is where every character beyond ASCII is one byte of well-formed UTF-8, time and again.
 */
export function undoubled(text: string): string {
  if (!manyBytes.test(text)) return text;
  const bytes = Buffer.alloc(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const byte = windows1252.get(code) ?? (code <= 0xff ? code : undefined);
    if (byte === undefined) return text;
    bytes[index] = byte;
  }
  return isUtf8(bytes) ? bytes.toString('utf8') : text;
}
