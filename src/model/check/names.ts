import type { Language } from '../../domain/source.ts';
import { membersOf } from '../../understand/lexicon/families.ts';
import type { Finding } from './found.ts';
import { englishNumber, englishOrdinal } from './numerals.ts';
import { isDestination, type Named, namesIn } from './registries.ts';
import type { Said } from './said.ts';
import { sentenceStarters, wordsWithCapitals } from './starters.ts';

/** Countries, goods, bodies and other names, known or not, that neither the source nor the facts name. */
export function unsaidNames(text: string, said: Said, language: Language): Finding[] {
  const known = namesIn(text);
  const unsaid = known.filter((named) => !isSaid(named, said));
  return [
    ...unsaid.map(({ words, kind }) => ({ words, says: `is ${kinds[kind]} that the source does not name` })),
    ...known
      .filter((named) => isDestination(text, named) && !said.destinations.has(named.name))
      .map(({ words }) => ({ words, says: 'is told as a destination, which the source does not' })),
    ...(language === 'en' ? strangeCapitals(text, known, said) : strangeInChinese(text, known, said)),
  ];
}

const kinds: Record<Named['kind'], string> = {
  place: 'a country',
  good: 'a good',
  body: 'an authority',
  name: 'a name',
};

function isSaid({ kind, name }: Named, { names }: Said): boolean {
  if (names.has(`${kind} ${name}`)) return true;
  // A family is named where one of its members is; a member is not named with its family.
  return kind === 'good' && membersOf(name).some((member) => names.has(`good ${member}`));
}

/** Of letters and digits, one capital at least. */
const capitalised = /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}&]*\p{Lu})[\p{L}\p{N}&]+/gu;
/** Checked as the number that it is. */
const numberWord = new RegExp(`^(?:${englishNumber}|${englishOrdinal})$`);
const beginsSentence = /(?:^|[.!?;:]["')]* )["'(]*$/;

/** Words that are written large, and that nothing has shown to be known. */
function strangeCapitals(text: string, known: readonly Named[], { words: saidWords }: Said): Finding[] {
  return [...text.matchAll(capitalised)].flatMap(({ 0: words, index }): Finding[] => {
    const within = touches(known, index, words.length);
    const small = words.toLowerCase();
    if (within || saidWords.has(small) || wordsWithCapitals.has(words)) return [];
    if ((sentenceStarters.has(small) || numberWord.test(small)) && beginsSentence.test(text.slice(0, index)))
      return [];
    return [{ words, says: 'is a name that the source does not have' }];
  });
}

/** Titles after which somebody is named, and what follows a title where nobody is. */
const office =
  /(?:发言人|部长|司长|局长|主任|署长|主席|总统|总理|首相|大臣|代表|国务卿|总裁|董事长|负责人)(?<name>\p{Script=Han}{2,4})/gu;
const afterOffice =
  /^(?:[在就于对向从为并还也将已会正表答回指强称说介宣透重应通出主宣与和及等的是有认证确再今昨近当办]|[一二三四五六七八九十]|会议|会谈|声明|制度|发布|谈话|机构|团队|先生|女士)/;
const organisation =
  /(?<before>\p{Script=Han}{2})(?<kind>公司|集团|大学|学院|研究院|研究所|协会|银行|法院|财团|工厂|基金|实验室)/gu;
/** What stands before these words where no organisation is named. */
const commonBefore =
  /(?:有关|相关|外国|国外|国内|境外|境内|部分|多家|一些|这些|该等|两家|\p{Script=Han}国|欧盟|日本|台湾|中方|美方|出口|进口|上述|其他|所有|任何|的|些|家)$/u;
const province = /(?<before>\p{Script=Han}{2})(?<!城)(?:省|市(?!场|价|面|值|民)|县|自治区)/gu;
/** Who speaks, at the start of a clause. */
const speaker =
  /(?:^|[,。;:"])(?<who>\p{Script=Han}{2,5}?)(?:[今昨近]日|当天|同时|还|也|再次)?(?:表示|称(?!号|为|重)|指出|强调|透露|宣布|认为|介绍|说(?!明))/gu;
const nobodySpeaks =
  /^(?:该|此|有关|相关|主管|官方|公告|通知|文件|部门|发言人|新闻|负责人|消息|报道|会议|声明|据|并|但|其|对此|同时|近日|此前|答|文中|条例|规定)/;
const foreignName = /\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8})+/gu;
const title = /《(?<inside>[^》]*)》?/g;
const latin = /[\p{Script=Latin}][\p{Script=Latin}\d&.-]*/gu;

function strangeInChinese(text: string, known: readonly Named[], said: Said): Finding[] {
  const { plain, words } = said;
  return [
    ...all(text, title).filter(({ groups }) => !plain.includes((groups.inside ?? '').replaceAll(/\s/g, ''))),
    ...all(text, office)
      .map(({ groups, index }) => ({ words: groups.name ?? '', index }))
      .filter(({ words: name }) => !afterOffice.test(name) && !plain.includes(name.slice(0, 2))),
    ...all(text, organisation).filter(
      ({ groups, words: found }) => !commonBefore.test(groups.before ?? '') && !plain.includes(found),
    ),
    ...all(text, speaker)
      .map(({ groups, index, words: found }) => ({
        words: groups.who ?? '',
        index: index + found.indexOf(groups.who ?? ''),
      }))
      .filter(({ words: who }) => !nobodySpeaks.test(who) && !plain.includes(who)),
    ...all(text, province).filter(({ words: found }) => !plain.includes(found)),
    ...all(text, foreignName).filter(({ words: found }) => !plain.includes(found)),
    ...all(text, latin).filter(({ words: found }) =>
      found.split(/[.-]+/).some((word) => word !== '' && !words.has(word.toLowerCase())),
    ),
  ]
    .filter(({ index, words: found }) => !touches(known, index, found.length))
    .map(({ words: found }) => ({ words: found, says: 'is a name that the source does not have' }));
}

interface Match {
  words: string;
  index: number;
  groups: Record<string, string>;
}

function all(text: string, pattern: RegExp): Match[] {
  return [...text.matchAll(pattern)].map(({ 0: words, index, groups = {} }) => ({ words, index, groups }));
}

/** Whether a known name stands there, which has been looked at. */
function touches(known: readonly Named[], index: number, length: number): boolean {
  return known.some((named) => named.index < index + length && index < named.index + named.words.length);
}
