/** A body that issues notices. Patterns see folded text and hold no capturing groups. */
interface Body {
  /** Short English name. */
  name: string;
  /** What sets its numbers apart from the commerce ministry's, whose joint notices count as its own: `''`. */
  series: string;
}

type Row = [name: string, han: string, en: string, series?: string];

/** One line a body; a name that holds another one stands before it. */
// biome-ignore format: one line a body
const rows: Row[] = [
  ['UEL mechanism', '不可靠实体清单(?:工作机制)?', '[Uu]nreliable [Ee]ntity [Ll]ist(?: (?:[Ww]orking )?[Mm]echanism)?', 'UEL'],
  ['Tariff Commission', '(?:国务院)?关税税则委员会|税委会', '(?:State Council )?(?:Customs )?Tariff Commission(?: of the State Council)?'],
  ['BIS', '美?国?商务部(?:产业|工业)[和与]?安全局', '(?:US |U\\.S\\. )?Bureau of Industry and Security|BIS'],
  ['US Commerce Department', '美国?商务部', '(?:US|U\\.S\\.) (?:Commerce Department|Department of Commerce)|Commerce Department'],
  ['US State Department', '美国?国务院', '(?:(?:US|U\\.S\\.) )?(?:State Department|Department of State)'],
  ['OFAC', '(?:美?国?财政部)?(?:海)?外国?资产控制办公室', 'Office of Foreign Assets Control|OFAC'],
  ['USTR', '美国?贸易代表(?:办公室)?', '(?:(?:US|U\\.S\\.|United States) )?Trade Representative|USTR'],
  ['MOFCOM', '(?:中国|中华人民共和国|国家)?商务部(?:安全与管制局|产业安全与进出口管制局|外贸司|条约法律司|办公厅)?(?!国际贸易|研究院|投资促进|主管)|安全与管制局|产业安全与进出口管制局', "(?:China's |Chinese |PRC )?(?:Ministry of Commerce|[Cc]ommerce [Mm]inistry|MOFCOM)(?: of (?:the People's Republic of )?China)?|Bureau of Security and Control|Bureau of Industry,? Security,? Import and Export Control", ''],
  ['Customs', '海关总署', '(?:China )?General Administration of Customs(?: of (?:the People\'s Republic of )?China)?|GACC?|China Customs|Customs'],
  ['MIIT', '工业和信息化部|工信部', 'Ministry of Industry and Information Technology|MIIT'],
  ['NDRC', '国家发展(?:和|与)?改革委(?:员会)?|(?:国家)?发改委', 'National Development and Reform Commission|NDRC'],
  ['MOST', '科学技术部|科技部', 'Ministry of Science and Technology|MOST'],
  ['SASTIND', '国家?国防科工[委局]|(?:国家)?国防科学技术工业(?:委员会|局)', 'State Administration (?:of|for) Science,? Technology and Industry for National Defen[cs]e|SASTIND|COSTIND'],
  ['CMC Equipment Development', '中央军委装备发展部', '(?:CMC )?Equipment Development Department(?: of the Central Military Commission)?|CMC Equipment Development'],
  ['CAEA', '国家原子能机构', 'China Atomic Energy Authority|CAEA'],
  ['NEA', '国家能源局', 'National Energy Administration'],
  ['MFA', '外交部', '(?:Chinese |China\'s )?(?:Ministry of Foreign Affairs|[Ff]oreign [Mm]inistry)'],
  ['MOF', '财政部', 'Ministry of Finance'],
  ['STA', '(?:国家)?税务总局', 'State Taxation Administration'],
  ['SAMR', '(?:国家)?市场监督?管理?总局', 'State Administration for Market Regulation|SAMR'],
  ['MPS', '公安部', 'Ministry of Public Security'],
  ['MEE', '生态环境部', 'Ministry of Ecology and Environment'],
  ['MNR', '自然资源部', 'Ministry of Natural Resources'],
  ['State Council', '国务院(?!新闻|国资|台湾|台办|港澳|发展研究|参事|批准|同意|商务|反垄断|各)', '(?:China\'s )?State Council(?! Information| approv| Taiwan)'],
  ['METI', '(?:日本)?(?:经济产业省|经产省)', 'METI|Ministry of Economy, Trade and Industry'],
  ['MOTIE', '(?:韩国)?产业通商(?:资源)?部', 'MOTIE|Ministry of Trade, Industry and Energy'],
  ['BAFA', '(?:德国)?联邦经济[和与]出口管制(?:办公室|局)', 'BAFA|Federal Office (?:for|of) Economic Affairs and Export Control'],
  ['European Commission', '欧盟委员会|欧委会', 'European Commission'],
  ['Council of the EU', '欧盟理事会', 'Council of the (?:EU|European Union)|European Council'],
  ['ECJU', '(?:英国)?出口管制联合(?:小组|部门|机构)', 'Export Control Joint Unit|ECJU'],
  ['DBT', '(?:英国)?商业[和与]贸易部', 'Department for Business and Trade|DBT'],
  ['DGFT', '(?:印度)?外贸总局', 'Directorate General of Foreign Trade|DGFT'],
  ['Taiwan ITA', '(?:台湾)?国际贸易署', '(?:Taiwan\'s )?International Trade Administration'],
];

const bodies: readonly Body[] = rows.map(([name, , , series = name]) => ({ name, series }));
// Another country's ministry of commerce is described by it: "Thailand's Ministry of Commerce".
const alternatives = rows
  .map(
    ([, han, en]) => `(${han}|(?<![A-Za-z]|(?<!China)'s |Thai |Cambodian |Vietnamese )(?:${en})(?![A-Za-z]))`,
  )
  .join('|');
const anyBody = new RegExp(alternatives, 'g');
const bodyHere = new RegExp(alternatives, 'y');

/** "、", "和", "&", and the name in brackets after a name. */
const joiner =
  '(?: ?\\([^()]{0,30}\\))?(?: ?(?:、|,|[又还]?(?:和|与|及|以及|会同|联合)|&) ?(?:the )?|,? and (?:the )?| {1,6})';
const joined = new RegExp(joiner, 'y');
const joinedOnly = new RegExp(`^${joiner}$`);

/** Bodies that stand side by side. Offsets are within the text they were read from. */
export interface Bodies {
  list: readonly Body[];
  start: number;
  end: number;
}

/** The bodies named side by side from `at` on; null where none is named there. */
export function bodiesAt(text: string, at: number): Bodies | null {
  const list: Body[] = [];
  let end = at;
  for (let next = at; ; ) {
    bodyHere.lastIndex = next;
    const match = bodyHere.exec(text);
    const body = match && bodyOf(match);
    if (!body) break;
    list.push(body);
    end = next + match[0].length;
    joined.lastIndex = end;
    next = joined.exec(text) ? joined.lastIndex : end;
  }
  return list.length > 0 ? { list, start: at, end } : null;
}

/** How far before a number its body is looked for. */
const REACH = 110;

/** What may stand between bodies and the number of their notice: the act of issuing it. */
const issuing =
  /^\)?(?:[^,。;:、]{0,10}?(?:发布|公布|发出|印发|制定)[了的]?|的| ?(?:\([^()]{0,30}\) ?)?(?:'s )?(?:(?:has |have |had |today |on .{3,20} )?(?:jointly )?(?:issued|released|published) )?(?:its |the |a |joint )*)$/;

/** The last bodies before `at` whose notice begins there, and what stands between. */
export function bodiesBefore(text: string, at: number): (Bodies & { issued: boolean }) | null {
  const from = Math.max(0, at - REACH);
  const window = text.slice(from, at);
  let run: { list: Body[]; start: number; end: number } | null = null;
  for (const match of window.matchAll(anyBody)) {
    const body = bodyOf(match);
    if (!body) continue;
    const end = match.index + match[0].length;
    if (run && joinedOnly.test(window.slice(run.end, match.index))) {
      run.list.push(body);
      run.end = end;
    } else run = { list: [body], start: match.index, end };
  }
  const between = run && window.slice(run.end);
  if (!run || between === null || !issuing.test(between)) return null;
  const issued = /(?:发布|公布|发出|印发)了?$|issued|released|published/.test(between);
  return { list: run.list, start: from + run.start, end: from + run.end, issued };
}

function bodyOf(match: RegExpExecArray): Body | undefined {
  return bodies[match.findIndex((words, group) => group > 0 && words !== undefined) - 1];
}
