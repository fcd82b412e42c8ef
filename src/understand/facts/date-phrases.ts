import { datePattern, endPattern } from '../calendar.ts';
import { Sought } from '../clues.ts';

/** A date, for use within patterns of folded text: read it with `dayOf`. */
export const date = `(?<date>${datePattern})`;
/** 4月1日零时起. */
const hour = '(?:零时|\\d{1,2}[时点](?:\\d{1,2}分)?)?';
/** "12:01 p.m. on Thursday," before a date. */
const weekday =
  '(?:(?:at )?(?:midnight|noon|\\d{1,2}(?:[:.]\\d\\d)? ?(?:[ap]\\.?m\\.?)?)(?: (?:(?:local|Beijing|eastern) time|[A-Z]{2,4}))?,? (?:on |of )?)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"?';

/** "On publication," "the day it was posted," "30 days after registration, namely" before a date. */
const thatIs =
  '(?:(?:(?:(?:the )?(?:date|day) of )?(?:its )?(?:publication|promulgation|issu(?:e|ance)|announcement|release|sign(?:ing|ature))|the (?:same )?day (?:it|they) (?:was|were) \\w+|[^.;]{1,110}?, (?:that is|namely|i\\.e\\.)),? (?:on )?)?';

export type Patterns = Record<'han' | 'latin', Sought[]>;

const sought = (source: string, flags: string) => new Sought(new RegExp(source, flags));

/** Words that say that something begins, by themselves. */
export const plainBegins: Patterns = {
  han: [
    sought(`[自由从] ?${date}(?:[^,。]{0,8})?(?:起|开始)?(?:正式|开始)?(?:施行|实施|生效|执行)`, 'gi'),
    sought(`${date}\\)? ?${hour}(?:起|开始)?(?:正式|开始)?(?:施行|实施|生效|执行|上路)`, 'gi'),
    sought(`(?:施行|实施|生效|上路),?即 ?${date}`, 'gi'),
    // 资格将于12月31日撤销.
    sought(`[于在] ?${date} ?起?被?(?:正式)?(?:撤销|取消|吊销)`, 'gi'),
  ],
  latin: [
    sought(
      `\\b(?:effective(?: date)?|in force|(?:take|takes|took|taking) (?:effect|hold)|(?:enter(?:s|ed|ing)?|comes?|came|coming|puts?\\b[^.;]{0,60}?|brings?|entry|goes?|going|went) into (?:force|effect|operation)|appl(?:y|ies|ied|icable)|with effect|w\\.?e\\.?f)\\b\\W{0,4}(?:(?:on|from|of|as of|beginning|starting|since)\\b\\W{1,4})?(?:\\d+ days after \\w+,? (?:on )?|at (?:midnight|noon|\\d{1,2}[:.]\\d\\d)(?: on)? )?${thatIs}${weekday}${date}`,
      'gi',
    ),
    sought(
      `\\b(?:takes? hold|bites?|to (?:bite|apply|run|take effect|count))\\b (?:on|from|as of) ${weekday}${date}`,
      'gi',
    ),
    // "Until 1 July 2031, when the scheme takes effect".
    sought(
      `${date},? when (?:[\\w-]+ ){1,8}?(?:takes? effect|comes? into (?:force|effect)|enters? into force|starts?|begins?|appl(?:y|ies))\\b`,
      'gi',
    ),
    sought(`^On ${date},? [A-Z]\\w+.{0,30}\\b(?:adds?|added)\\b`, 'gi'),
    sought(`^Since ${date},? (?:all |the )?(?:exports?|shipments?|sales)\\b`, 'gi'),
    sought(`\\b(?:stopped|halted|suspended|banned|barred|frozen)\\b[^.;]{0,40}? since ${date}`, 'gi'),
    // "**Period**: 1 July 2031 - 30 June 2032".
    sought(`^\\W{0,6}(?:[\\w-]+ )?period\\W{1,6}(?:from )?${date} ?(?:-|to|until|through)`, 'gi'),
    // A label of a list: "**Start**: 1 July 2031".
    sought(
      `^\\W{0,6}(?:effective(?: date)?|effective from|effect|entry into force|date of (?:effect|implementation|application|entry into force)|in force(?: from| since)?|start(?:s|ing|s on| date)?|commencement|appli(?:es|ed)(?: from)?|application|takes effect|implementation(?: date)?|from)\\W{1,6}(?:immediate(?:ly)?,? )?(?:both )?(?:(?:from|upon|on) )?${thatIs}${weekday}${date}`,
      'gi',
    ),
  ],
};
/** Words that name a beginning, of whatever the sentence speaks of. In order of precedence. */
export const begins: Patterns = {
  han: [
    ...plainBegins.han,
    sought(`[自由从] ?${date}(?:[^,。]{0,8}(?:起|开始)|起?至)`, 'gi'),
    sought(`${date} ?${hour}(?:起|开始)`, 'gi'),
  ],
  latin: [
    ...plainBegins.latin,
    sought(
      `\\b(?:starting(?: on| from)?|beginning(?: on| from)?|as (?:of|from)|on (?:and|or) after|enforcement on|(?:re-?opens?|resumes?|starts?|begins?|commences?|kicks? in|implemented|(?:will|to|would|is|are) be (?:lifted|dropped|removed|scrapped|abolished|ended))(?: on| from)?|(?<!date |dating |notice |announcements? |decrees? )from|between)\\b ${weekday}${date}`,
      'gi',
    ),
  ],
};
/** Words that say that it begins with the notice itself. */
export const atOnce = new Sought(
  /(?:公布|发布|公告|印发|签发)之?日起(?!第?\d|计|[一二三四五六七八九十])|(?:公布|发布)即(?:生效|施行)|即时(?:生效|实施)|自即日起|即日起|(?:公布|发布|公告)?[并自于]{0,2}当[日天]起?(?:生效|施行|实施|执行)|即日(?:生效|施行|实施)|立即(?:生效|施行|实施)|\beffect(?:ive)? immediately|(?<!\b(?:years?|months?|days?|weeks?) )\b(?:from|as of|on) (?:the (?:day|date) of )?(?:its )?(?:promulgation|publication|issu(?:e|ance)|announcement|release)\b(?! No\b| \d)|\b(?:effect(?:ive)?|force)\W{1,6}(?:on )?the same day|\beffective upon|\beffective(?: date)?\W{1,6}(?:the )?(?:date|day) of publication\b|\beffect(?:ive)? (?:immediately|upon|on) (?:its )?(?:release|issu|announce|publication)|[今本]日起|今天起|今起|\b(?:in force|effective|applies|from|as of|starting|stops?|ends?|begins?|starts?|lapse) (?:as of )?today\b|\bwith immediate effect\b|\bimmediately effective\b|\b(?:apply|applies|applied|effective|in force) (?:at once|straight away|right away|immediately|forthwith)|\bin force (?:from|on) (?:the )?(?:day|date) of (?:release|issue|announcement)|\b(?:in force|effective) on (?:announcement|release|issue)|\bfrom now\b/i,
);
/** A day, or the last one of a year. */
const end = `(?<date>${datePattern}|${endPattern})`;
/** Words that name an end. */
export const ends: Patterns = {
  han: [
    sought(`(?<!截)(?:至|到) ?(?:年底|月底)?[ (]?${end}`, 'gi'),
    sought(`[在于] ?${date}之?前(?=[^,。]{0,8}(?:出口|对外销售|外销|外运|发运))`, 'gi'),
    sought(`(?<!原定于? ?|原)${end} ?(?:到期|届满|期满|失效|截止有效)`, 'gi'),
  ],
  latin: [
    sought(
      `\\b(?:until|through|till|(?<!(?:due|set|meant|was|were) to |would |originally )expir\\w+(?: on)?|up to|(?:extend|prolong)(?:s|ed|ing)?(?: by [\\w-]+ \\w+)? to|(?:extend|prolong)(?:s|ed|ing)?\\b[^.;]{0,90}\\bban\\b[^.;]{0,70} to|by [\\w-]+ (?:days?|months?|years?) to|valid (?:until|to|through))\\b ${weekday}${end}`,
      'gi',
    ),
    sought(`\\b(?:from ${datePattern},? to|between ${datePattern} and) ${weekday}${end}`, 'gi'),
    // A label of a list: "**Period**: 1 July 2031 - 30 June 2032".
    sought(
      `^\\W{0,6}(?:[\\w-]+ )?period\\W{1,6}(?:from )?${datePattern} ?(?:-|to|until|through) ?${end}`,
      'gi',
    ),
    // "**Until**: 1 July 2031".
    sought(
      `^\\W{0,6}(?:until|expir(?:y|es|ation)(?: date)?|valid (?:until|through|to)|ends?(?: on)?|end date|runs until)\\W{1,6}${weekday}${end}`,
      'gi',
    ),
    sought(
      `\\bfor (?:a further |another )?[\\w-]{1,12} (?:days|weeks|months|years?),? (?:to|until|ending) ${weekday}${end}`,
      'gi',
    ),
    sought(
      `\\b(?:mov|push|extend|prolong|postpon|put)\\w*\\b[^.;]{0,80}? (?:end|expiry|deadline|pause|suspension|halt|truce|freeze)\\b[^.;]{0,110}? to ${weekday}${end}`,
      'gi',
    ),
    sought(
      `\\b(?:lapses?|ends?|runs? out|runs?|lasts?|holds?)(?: for [\\w-]{1,12} (?:days|weeks|months|years?),?)? (?:on|until|to|after|through) ${weekday}${end}`,
      'gi',
    ),
    sought(
      `\\b(?:may|can|could|allowed|permitted|cleared)\\b[^.;]{0,80}\\b(?:by|until|before) ${weekday}${end}`,
      'gi',
    ),
  ],
};
