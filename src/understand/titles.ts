/** Whether a title is that of a ministry's answers to reporters, which follow a notice and are not one. */
export function isAnswerToPress(title: string): boolean {
  return /答记者问|答記者問|应询|應詢|记者提问|\banswers? (?:press |reporters'? )?questions?\b|\bQ ?& ?A\b|\bresponds? to (?:press |media )?(?:questions|queries)\b|\bpress conference\b/i.test(
    title,
  );
}

/**
 * The title that a correction corrects: "Revised Controls" of "Revised Controls; Correction". Null where a title
 * announces none.
 */
export function correctedTitle(title: string): string | null {
  const [, corrected] =
    /^(.{8,}?)(?:[;:,] ?| - | ?[(（])(?:correct(?:ion|ing amendments?)|corrigendum|更正|勘误)[)）]?$/i.exec(
      title.trim(),
    ) ??
    /^(?:关于)?(?:更正|勘误)[《:： ]?(.{8,}?)》?(?:的公告)?$/.exec(title.trim()) ??
    [];
  return corrected?.trim() ?? null;
}

/** The editions of a catalogue that a title names: 2027 of 2027年度目录, 目录（2027年） and "the 2027 Catalogue". */
const editions =
  /(20\d\d) ?年(?:度|版)|[(（](20\d\d) ?年?(?:版)?[)）]|(20\d\d) (?:edition|catalogue|catalog|list)\b|(?:catalogue|catalog|list) (?:for |of )?\(?(20\d\d)/gi;

/** Whether both titles name an edition, and never the same: one year's catalogue is not the next one's. */
export function otherEdition(one: string, other: string): boolean {
  const [first, second] = [editionsIn(one), editionsIn(other)];
  return first.length > 0 && second.length > 0 && !first.some((year) => second.includes(year));
}

function editionsIn(title: string): string[] {
  return [...title.matchAll(editions)].flatMap(([, ...years]) => years.filter(Boolean));
}

/** Who puts a notice out, as far as titles name them; joint notices name several. */
const bodies: [id: string, name: RegExp][] = [
  ['commerce', /商务部|商務部|\bMOFCOM\b|Ministry of Commerce/],
  ['customs', /海关总署|海關總署|\bGACC?\b|General Administration of Customs/],
  ['science', /科技部|科学技术部|\bMOST\b|Ministry of Science/],
  ['industry', /工业和信息化部|工信部|\bMIIT\b|Ministry of Industry/],
  ['military', /中央军委|Central Military Commission|\bCMC\b/],
];

/** The bodies in whose name a numbered notice is titled, in a fixed order; a title may name none. */
export function bodiesIn(title: string): string[] {
  if (isAnswerToPress(title)) return [];
  return bodies.filter(([, name]) => name.test(title)).map(([id]) => id);
}
