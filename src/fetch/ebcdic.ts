/** Code page 37 from 0x40 on, 32 characters a line. Below are controls, of which text has four. */
const page37 = [
  ' \u00a0âäàáãåçñ¢.<(+|&éêëèíîïìß!$*);¬',
  '-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="',
  'Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤',
  'µ~stuvwxyz¡¿ÐÝÞ®^£¥·©§¶¼½¾[]¯¨´×',
  '{ABCDEFGHI\u00adôöòóõ}JKLMNOPQR¹ûüùúÿ',
  '\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ\u009f',
].join('');

const controls: Record<number, string> = { 5: '\t', 13: '\r', 21: '\n', 37: '\n' };

/** Where other code pages differ from page 37. */
const differences: Record<string, Record<number, string>> = {
  cp037: {},
  cp500: { 74: '[', 79: '!', 90: ']', 95: '^', 176: '¢', 186: '¬', 187: '|' },
  cp1140: { 159: '€' },
};

/** By label without hyphens. */
const pages: Record<string, string> = {
  ...named('cp037', 'cp037 ibm037 ibm039 cp039 csibm037 ebcdiccpus ebcdiccpca ebcdiccpwt ebcdiccpnl'),
  ...named('cp500', 'cp500 ibm500 csibm500 ebcdiccpbe ebcdiccpch'),
  ...named('cp1140', 'cp1140 ibm1140'),
};

function named(page: string, labels: string): Record<string, string> {
  return Object.fromEntries(labels.split(' ').map((label) => [label, page]));
}

/** The encodings of mainframes, which some gateways still pass on as they are. */
export function ebcdicOf(label: string): { name: string; decode(bytes: Uint8Array): string } | undefined {
  const name = pages[label];
  const different = name && differences[name];
  if (!different) return undefined;
  const character = (byte: number) =>
    different[byte] ?? (byte < 0x40 ? (controls[byte] ?? ' ') : (page37[byte - 0x40] ?? ''));
  return { name, decode: (bytes) => Array.from(bytes, character).join('') };
}
