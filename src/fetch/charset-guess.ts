import { type Encoding, encoding } from './encodings.ts';

/** The characters that texts of offices are mostly made of, with the marks between them. */
const simplified =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都' +
  '两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想' +
  '已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老基资边流路级少图统接知较将组见计别手期根论运指几九区强放决西被做必先则任取据处给色光门即保治北造百规热领七海口东导志' +
  '世金增争济术极交受联什认六共权收证改清己再采转更单风切打白教速花带安场身车例真务具万每目达积示议声报类八离华名确才科张信节话米整空元况集温传土许步群广石记需段研界究且算低持音众书布' +
  '复容际商验连断深难近矿素技备半办省列习响约支般团往市克何除构府称太准精值号率族维划选标写存候亲快效斯院查江型眼格养易派层片始却专状厂京识适属圆包火住调满县局照参细引听该铁价严镓锗稀' +
  '锑墨钨镁限禁止批申请裁企告施、。“”《》（）：；，—';
const traditional =
  '的一是不了人我在有他這為之大來以個中上們到說國和地也子時道出而要於就下得可你年生自會那後能對著事其裡所去行過家十用發天如然作方成者多日都三小軍二無同經法當起與好看學進種將還分此心前' +
  '面又定見只主沒公從產業貿易口許管制濟部關務規辦告修正實施條例高科技貨品戰略輸申請廠商際電機資料報單位應依本明內容相理計畫交動工等度水化物現加量兩體點開合因由些外政四社平形全表間樣各' +
  '重新線數反原利比或但質氣第向命變結解問意建月系情最立代想已通並提直題程展五果員入常文總次式設及特件長求老基邊流路級少圖統接知較組別手期根論運指幾九區強放決西被做必先則任取據處給光門' +
  '即保治北造百領七海東導世金增術極受聯認六共權收證改清己再轉更風切教帶安場車真具萬每目達積示議聲類八名確才信節話整空元況集傳步、。「」（）：；，';
const hangul =
  '이다는의에을가한고하지를은로사어기도자리인대그시서나있해정수과부아일제라만보스것게들으주여상구적조년원전공장안경동성화신우비연모선문유무국세개계오면된했관업산위통물출허입품목역략용' +
  '실행규방소금중회및될할와등내운반술법심간당권발령치민요청단생영분결현미러마드트저래체식차합급건재활표처임약환투력';
/** Kana first: no text of Japan is without. */
const japanese =
  '\u3041-\u30fe、。「」・' +
  '日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田' +
  '当八六約主題下首意法不来作性的要用制治度務強気小七成期公野協取都和統以機平総加山思家話世受区領多県続進正安設保改数記院初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向' +
  '際査勝面委告文反元重近千考判認画海参売利組知案道信策集在件団別物側任引使求所次水半品昨論計官増係感特情投示変基私各始島直両革価式確提運終果西減台広容必応電住能無再位置企真流格有口過' +
  '局少放税検町常校料裁状工建語空職証土与急止送援供可役構割聞費付施切由説転食比難防補車研収断何南足違消境番規術護展態導備配副算視条独警究育輸起万着述想線率農声質待試象銀域労例限額監環' +
  '験追審商義伝働形落担準辺造英被技低毎医復令為替貨許管障';

/** Latin letters with marks stand alone among plain ones, in a right encoding; in a wrong one they come in rows. */
const alone = (letters: string) =>
  new RegExp(`(?<![\\u0080-\\uffff])[${letters}]{1,2}(?![\\u0080-\\uffff])`, 'gu');
/** The letters of another alphabet come in rows. */
const inRows = (letters: string) =>
  new RegExp(`(?<=[\\u0080-\\uffff])[${letters}]|[${letters}](?=[\\u0080-\\uffff])`, 'gu');
const any = (characters: string) => new RegExp(`[${characters}]`, 'gu');

const central = 'ąćęłńóśźżáčďéěíňřšťúůýžőűöüäôľĺŕĆĘŁŃÓŚŹŻÁČĎÉÍŇŘŠŤÚŽŐÖÜ„”“’–—…§\u00a0';

/**
 * The encodings that bytes without a true label may be in, each with what is everyday in its writing. Of equals the
 * first is taken.
 */
const candidates: readonly { encoding: Encoding; everyday: RegExp }[] = [
  { encoding: encoding('gb18030'), everyday: any(simplified + traditional) },
  { encoding: encoding('big5'), everyday: any(traditional) },
  { encoding: encoding('euc-jp'), everyday: any(japanese) },
  { encoding: encoding('shift_jis'), everyday: any(japanese) },
  { encoding: encoding('euc-kr'), everyday: any(hangul) },
  {
    encoding: encoding('windows-1252'),
    everyday: alone('àâäáãåæçéèêëíìîïñóòôöõøœßúùûüÀÂÄÁÃÅÆÇÉÈÊËÍÎÏÑÓÔÖÕØŒÚÛÜ‘’“”„‚–—…«»€£§©®°·¿¡ªº•™\u00a0'),
  },
  { encoding: encoding('windows-1250'), everyday: alone(central) },
  { encoding: encoding('iso-8859-2'), everyday: alone(central) },
  { encoding: encoding('windows-1254'), everyday: alone('ğıİşŞçÇöÖüÜâî‘’“”–…\u00a0') },
  { encoding: encoding('windows-1251'), everyday: inRows('оеаинтсрвлкмдпуяызьбгч') },
  { encoding: encoding('koi8-r'), everyday: inRows('оеаинтсрвлкмдпуяызьбгч') },
  { encoding: encoding('windows-1253'), everyday: inRows('αεοιτσςνρηκπλυμδγάίόέήώύ') },
  { encoding: encoding('windows-1255'), everyday: inRows('אבדהוחיכלמםנעפקרשת') },
  { encoding: encoding('windows-1256'), everyday: inRows('ابتدرسعفقكلمنهويةأ') },
  { encoding: encoding('windows-874'), everyday: inRows('านรอกเงมยลวดทสตปะ่้ัีิ') },
];

/** Enough to tell, from the first that is not ASCII. */
const sampleBytes = 16 * 1024;

interface Guess {
  /** Where the bytes make sense in none, GB18030 if they are that at all, else Windows-1252, which any byte is. */
  best(): Encoding;
  /** Whether the bytes plainly read as something else than what they are declared to be. */
  contradicts(declared: Encoding): boolean;
}

/** How a sample reads in one encoding. */
interface Reading {
  encoding: Encoding;
  /** How many of its characters are everyday ones. */
  found: number;
  /** Their share of what is not ASCII, less what is no character at all: at most 1. */
  score: number;
}

/**
 * The encoding that bytes are in, by what they say in each. Only in the right one do most characters turn out to be
 * those that every text is made of; in a wrong one they spread over thousands of rare ones, or are none.
 */
export function guess(bytes: Uint8Array): Guess {
  const from = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80),
  );
  const sample = bytes.subarray(from, from + sampleBytes);
  const readings = () => candidates.map((candidate) => readingOf(sample, candidate));
  const best = () => readings().reduce((former, one) => (one.score > former.score ? one : former));
  return {
    best() {
      const { score, encoding: likeliest } = best();
      if (score > 0) return likeliest;
      const chinese = encoding('gb18030');
      return chinese.decode(sample).includes('\ufffd') ? encoding('windows-1252') : chinese;
    },
    contradicts(declared) {
      const candidate = candidates.find((one) => one.encoding.name === declared.name);
      if (candidate && readingOf(sample, candidate).score > 0.2) return false;
      const other = best();
      // A few characters prove nothing.
      if (other.found < 5 || other.score < 0.4) return false;
      // Alphabets of one byte are too alike to be held against one that is not among the candidates.
      return candidate !== undefined || manyBytes.has(other.encoding.name);
    },
  };
}

function readingOf(sample: Uint8Array, { encoding, everyday }: (typeof candidates)[number]): Reading {
  const text = encoding.decode(sample);
  const beyond = count(text, /[^\0-\x7f]/gu) || 1;
  const found = [...text.matchAll(everyday)].reduce((sum, [run]) => sum + run.length, 0);
  return { encoding, found, score: (found - 2 * count(text, noText)) / beyond };
}

const manyBytes: ReadonlySet<string> = new Set(['gb18030', 'big5', 'euc-jp', 'shift_jis', 'euc-kr']);

/** Lost characters, controls, and those that mean nothing by themselves. */
const noText = /[\ufffd\u0080-\u009f\ue000-\uf8ff]/gu;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
