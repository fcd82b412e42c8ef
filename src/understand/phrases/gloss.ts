/** Stock phrases of Chinese notices and how we gloss them; shown only labelled as our gloss. */
const glosses: readonly [zh: string, en: string][] = [
  ['原则上不予许可', 'in principle not licensed'],
  ['未经许可，不得出口', 'no export without a licence'],
  ['应当向国务院商务主管部门申请许可', 'a licence must be applied for at the commerce ministry'],
  ['依法依规', 'in accordance with law and regulations'],
  ['一定数量', 'a certain number'],
  ['若干', 'a number'],
  ['部分', 'some'],
  ['合规申请', 'compliant applications'],
  ['都及时予以了批准', 'all approved in time'],
  ['已批准', 'has approved'],
  ['通用许可', 'general licence'],
  ['暂停实施', 'implementation suspended'],
  ['继续暂停', 'remains suspended'],
  ['停止执行', 'no longer carried out'],
  ['自公布之日起', 'from the day of publication'],
  ['自发布之日起', 'from the day of publication'],
  ['即日起', 'from this day'],
  ['禁止', 'forbidden'],
  ['军事用户', 'military users'],
  ['军事用途', 'military uses'],
  ['两用物项', 'dual-use items'],
];

/** The stock phrases in a Chinese text that we can gloss, in the order of the table, at most `most`. */
export function glossesIn(text: string, most: number): { zh: string; en: string }[] {
  return glosses
    .filter(([zh]) => text.includes(zh))
    .slice(0, most)
    .map(([zh, en]) => ({ zh, en }));
}
