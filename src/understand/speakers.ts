/**
 * Who begins to speak, as a transcript labels it: `问：`, `记者：`, `何亚东：`, `Q:`, `[Reuters reporter]`,
 * `**He Yadong:**`. `named` is a name alone, which answers where somebody asked before.
 */
export type Speaker = 'asks' | 'answers' | 'named';

const label =
  /^[*#>_\s-]{0,6}(?:\d{1,2}[.、)] ?)?(?:[*_]{0,2}\[(?<bracketed>[^\]\n]{1,30})\][*_]{0,2} ?(?<colon>:?)|[*_]{0,2}(?<plain>[^。,:;!?*_\n]{1,40}?) ?[*_]{0,2} ?:)/;
const outlets =
  /(?:新华社|路透社|法新社|美联社|共同社|时事社|韩联社|塔斯社|中新社|彭博社?|央视|财新|[日时早晚]报|电视台|电台|卫视|新闻网|周刊|通讯社|Reuters|Bloomberg|Xinhua|CCTV|CGTN|AFP|AP|Kyodo|NHK|Yonhap|CNBC|CNN|BBC|Caixin|TASS|Nikkei|(?:Financial |Global |Straits |New York )?Times|China Daily|Wall Street Journal)$/;
const asking =
  /^(?:问|提问|追问|问题?[一二三四五六七八九十\d]{0,3}|Q ?\d{0,2}|Question(?: \d{1,2})?|Media|Press|Reporters?|Journalists?)$|记者(?:提?问)?$|\b(?:reporter|correspondent|journalist)$|^(?:an?|the) reporter asked$/i;
const answering =
  /^(?:答|答复|回答|A ?\d{0,2}|Answer|Response|Reply)$|(?:发言人|部长|司长|局长|主任|负责人)[\u4e00-\u9fff]{0,4}$|^(?:the )?(?:[\w']+ )?(?:spokes(?:man|woman|person)|minister)(?: [A-Z][\w'-]*){0,3}$|^(?:M[rs]s?\.? )[A-Z][\w' -]{1,30}$/i;
const name = /^[\u4e00-\u9fff]{2,4}$|^(?:[A-Z][a-z'-]+ ){1,2}[A-Z][a-z'-]+$/;

/** Who the words at the start of a paragraph say is speaking; null where they say nothing of it. */
export function speakerOf(folded: string): Speaker | null {
  const { bracketed, colon, plain } = label.exec(folded)?.groups ?? {};
  const words = (bracketed ?? plain)?.trim();
  if (!words) return null;
  if (asking.test(words) || outlets.test(words)) return 'asks';
  if (answering.test(words)) return 'answers';
  return name.test(words) && (plain || colon) ? 'named' : null;
}

/** Without the label that says who speaks. */
export function unlabelled(folded: string): string {
  return speakerOf(folded) ? folded.replace(label, '') : folded;
}
