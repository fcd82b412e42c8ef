import { dayText } from '../../src/understand/phrases/days.ts';
import { plural } from './plural.ts';
import { settings } from './settings/en.ts';
import { source } from './source/en.ts';
import type { Texts } from './texts.ts';
import { watch } from './watch/en.ts';

export const en: Texts = {
  newer: 'Newer',
  older: 'Older',
  shareHere: 'Share here',
  asCsv: 'As CSV',
  rows: (count) => `${plural(count, 'row')}, attached as a table.`,
  noFiles: 'A table needs the permission **Attach Files** in this channel: Channel settings → Permissions.',
  sources: 'Sources',
  sharedBy: (mention) => `Shared by ${mention}`,
  cannotShare: 'You may not write in this channel, so nothing was shared.',
  expired: 'This list has expired. Run the command again.',
  unknownGoods: (names) => `The bot knows no goods called ${names}. Choose from the list shown while typing.`,
  unknownEntry: (option, names) =>
    `\`${option}\` knows no ${names}. Choose from the list shown while typing.`,
  tiers: { decision: 'decisions', measure: 'measures', statement: 'statements' },
  tiersAll: 'decisions, measures, statements',
  goodsAll: 'all goods',
  goodsMore: (count) => `${count} more`,
  whole: (good) => `${good} (all)`,
  filters: {
    authorities: 'by',
    tiers: 'tiers',
    kinds: 'kinds',
    actions: 'actions',
    goods: 'goods',
    destinations: 'to',
    sources: 'sources',
    sourceLanguages: 'published in',
    words: 'words',
  },
  pair: (name, value) => `${name}: ${value}`,
  comma: ', ',
  archive: (since) => `archive since ${since}`,
  lastRead: 'last source read',
  never: 'never',

  notADate: (written) =>
    `“${written}” is not a date that I understand. Write 2025-06-15, or a month: 2025-06.`,

  recent: {
    title: (filter) => (filter ? `Recent: ${filter}` : 'Recent news on export licences'),
    none: 'Nothing in the archive fits. `/watch add` tells you when something does.',
  },

  batches: {
    title: (goods, reports, since) =>
      `Licences granted: ${goods} · ${plural(reports, 'report')} since ${since}`,
    titleAll: (reports) => `Licences granted · ${plural(reports, 'report')}`,
    none: (goods) => `No report of licences${goods ? ` for ${goods}` : ''} in the archive.`,
    count: (licences) => plural(licences, 'licence'),
    noQuantity: 'no quantity stated',
    forPlaces: (places) => `for ${places}`,
    noNumbers: 'No report gives a number.',
    someNumbers: (count, reports) =>
      `${count} of ${plural(reports, 'report')} ${count === 1 ? 'gives' : 'give'} a number.`,
    noUsFirms: 'US firms: not stated in any.',
    someUsFirms: (count) => `US firms: stated in ${count}.`,
    notNumbered: 'The ministry does not number batches: two reports may speak of the same licences.',
    perGood: (reports, first, last) =>
      `${plural(reports, 'report')} · ${first === last ? first : `first ${first}, last ${last}`}`,
    withoutGoods: (reports) => `${plural(reports, 'report')} without naming goods`,
    open: 'Reports on one of them …',
    option: (good, reports) => `${good} · ${plural(reports, 'report')}`,
  },

  measures: {
    unread: 'Nothing has been read yet, so nothing can be said about measures.',
    notACode: 'That is no code. Control codes look like 1C902 or 3C001.b, customs codes have 4 to 10 digits.',
    noNotices: 'No numbered notice has been read yet. That does not mean that anything is free.',
    title: (subject, day) => `Export controls on ${day}${subject ? `: ${subject}` : ''}`,
    groups: {
      'in-force': 'IN FORCE',
      suspended: 'SUSPENDED THAT DAY',
      'not-confirmed': 'NOT CONFIRMED: a stated end has passed',
      'not-yet': 'NOT YET IN FORCE',
      ended: 'ENDED',
      buyers: 'BY BUYER: any dual-use items, these too',
    },
    notNamed: (subject) => `No notice in the register names ${subject}.`,
    notFree:
      'That does not mean free: controls are by description, codes are for reference. Look by goods, too.',
    brackets: (codes) => ` (${codes})`,
    spoken: (day, title, until) =>
      `Said on ${day}, which moves no date: ${title}${until ? `, speaks of ${until}` : ''}`,
    source: 'source',
    next: 'NEXT DATE',
    statedEnd: (day, notice, days) =>
      `${day}, ${days === 0 ? 'that day' : `in ${plural(days, 'day')}`}: stated end of ${notice}`,
    notRead: 'NOT READ, though others act on it',
    footer: (notices, newest, readOn) =>
      `From ${plural(notices, 'notice')} read, newest ${newest} · sources read to ${readOn} · not legal advice; a good missing here is not thereby free`,
    back: 'Back',
    further: 'More',
    otherDate: 'Other date',
    otherGoods: 'Other goods …',
    quotes: 'Quotes',
    quotesTitle: (subject) => `In the notices' own words${subject ? `: ${subject}` : ''}`,
    noQuotes: 'No words are quoted in the archive: see the notice.',
    dateTitle: 'Measures on a date',
    dateLabel: 'The day, such as 2026-11-12',
  },

  story: {
    none: 'No story fits. Type words of it and choose from the list, or give the number that a story shows below.',
    number: (id) => `story ${id}`,
    merged: (id, into) => `Story ${id} was found to be one with story ${into}, which stands for both.`,
    timeline: (count) => (count === 1 ? 'Timeline' : `Timeline: ${count} entries, oldest first`),
    open: 'Open a story …',
    reworded: 'its wording changed',
    pagesOn: '… and then',
    began: 'the story began with it',
  },

  search: {
    askedNothing: 'Say what to look for: words, goods, or dates.',
    title: (asked, count, more) =>
      `${asked} · ${more ? 'over ' : ''}${plural(count, 'result')}, newest first`,
    also: (names) => `also found as ${names}`,
    near: (word) => `Near: ${word}`,
    silent: 'NOT ON EXPORT LICENCES',
    moreHere: (stories) => `${plural(stories, 'more answer')} on the page`,
    asked: 'A reporter asked:',
    kinds: { batch: 'licences granted or stopped', measure: 'measures', statement: 'statements' },
    only: { batch: 'Only licences', measure: 'Only measures', statement: 'Only statements' },
    allKinds: 'All kinds',
    everything: 'Search all pages',
    nothing: (asked) => `Nothing on ${asked}`,
    looked: (items, since, everything) =>
      `Looked in ${everything ? 'all of ' : 'what says something on export licences, of '}${plural(items, 'page')}${since ? ` since ${since}` : ''}.`,
    watch: (options) => `To be told when something appears: /watch add ${options}`,
  },

  timeline: {
    title: (goods, from, to) => `Timeline: ${goods} · ${from} – ${to}`,
    month: (month) => dayText(`${month}-01`, 'en', 'short').replace(/^1 /, ''),
    counts: {
      decision: (count) => plural(count, 'decision'),
      measure: (count) => plural(count, 'measure'),
      statement: (count) => plural(count, 'statement'),
    },
    nothing: 'nothing',
    marks: { batch: '●', measure: '■', statement: '·' },
    picture: {
      title: 'Export controls: announcements by month',
      subject: (goods, from, to) => `${from} – ${to} · ${goods}`,
      month: (month) => dayText(`${month}-01`, 'en', 'short').split(' ')[1] ?? '',
      year: (year) => year,
      legend: { decision: 'Licence decisions', measure: 'Measures', statement: 'Statements' },
      note: ({ authority, badge, withdrawn, goods, notice }) =>
        `${authority}: ${[badge.toLowerCase(), ...(goods ? [goods] : [])].join(', ')}${notice ? ` (${notice})` : ''}${withdrawn ? ', withdrawn' : ''}`,
      footer: (shown, marked, since) =>
        `${shown < marked ? `${shown} of ${marked} decisions and measures named · ` : ''}archive since ${since}`,
      monthTold: (month, counts) => `${month}: ${counts}`,
      between: '; ',
      told: (subject, months) => `Bar chart: announcements by month, ${subject}. ${months}.`,
    },
  },

  help: {
    title: 'Tells when a ministry says something about export licences, and what it left unsaid',
    lines: [
      { who: 'Latest', what: '/recent · /batches goods: rare earths (licences granted)' },
      {
        who: 'Look up',
        what: '/measures goods: rare earths on: 2026-11-12 (what is under control that day) · /measures code: 1C902 · /story (one story and its timeline)',
      },
      {
        who: 'Find',
        what: '/search words: gallium (finds the Chinese name too, and Chinese of any length) · /timeline goods: gallium (a picture, month by month)',
      },
      { who: 'Trust', what: '/status (does silence mean no news?) · /source list (every page that is read)' },
      {
        who: 'Manage Server',
        what: '/watch add sends alerts to a channel · /watch list, edit, pause, remove · /settings zone, who may look up',
      },
      { who: 'Good to know', what: 'Answers are yours alone until you press Share here · not legal advice' },
    ],
  },

  source,

  settings,

  status: {
    title: {
      normal: (reading, sources) =>
        `Reading normally: ${reading} of ${plural(sources, 'source')}, nothing is blind`,
      degraded: (reading, sources) =>
        `Reading with gaps: ${reading} of ${plural(sources, 'source')}, every ministry is covered`,
      blind: (_reading, _sources, uncovered) => `Blind on ${uncovered}: silence is not "no news"`,
      starting: (reading, sources) =>
        `Starting: ${reading} of ${plural(sources, 'source')} read for the first time`,
    },
    covered: 'covered',
    uncovered: 'NOT COVERED',
    unread: 'not read yet',
    notCovered: 'nothing else covers it',
    coveredByOthers: 'others cover it',
    thisServer: 'This server',
    checkNow: 'Check now',
    noWatch: 'No channel gets alerts yet: an admin types /watch add there.',
    alerts: (count) => `${plural(count, 'message')} in 30 days`,
    last: 'last',
    deliveries: (waiting, held, rejected, unknown) =>
      `Waiting to send ${waiting}${held > 0 ? ` (${held} held for quiet hours or a closed channel)` : ''} · refused by Discord ${rejected} · outcome unknown ${unknown}`,
    parkedHow: '/watch list names the switch',
    lastError: (channel, error) => `Last trouble in ${channel}: ${error}`,
    cacheFault: (message) =>
      `The cache does not work, so pages are read in full and lists expire early: ${message}`,
  },

  watch,

  why: {
    title: 'Why you got this',
    tier: (tier) => `Taken for one of the ${tier}, because the text`,
    fired: 'For',
    against: 'Against',
    reason: (says, words, rule, points) => `${says}: ${words} (${rule}, ${points})`,
    passedOver: 'Passed over',
    passed: {
      question: (words) => `${words}: a reporter asks it, the ministry has not said it`,
      number: (words, asked) => `${words}${asked ? " in a reporter's question" : ''}: not a licence count`,
    },
    letThrough: 'Let through by',
    noWatch: 'No present watch of this channel would let it through: the one that did is gone or changed.',
    evidence: 'Evidence',
    published: 'Published',
    precision: {
      date: ' (a date without a time)',
      minute: ' (to the minute)',
      second: ' (to the second)',
    },
    undated: 'The page gives no date',
    firstSeen: 'first seen',
    sent: 'sent',
    revision: (number, of, seen) => `Revision ${number} of ${of}, read so since ${seen}`,
    file: (sha256, name) =>
      name
        ? `Text as read: attached as ${name} · SHA-256 of that file: ${sha256}`
        : `SHA-256 of title, empty line and text in UTF-8: ${sha256} · the text itself needs the permission Attach Files here`,
    addresses: 'Read at',
    noEnglish: 'English page: not seen yet',
    titleOnly: 'Only the title was known when this was sent.',
    unknown: 'The archive does not know this message: it stems from another installation.',
  },

  changed: {
    title: (source) => `What changed: ${source}`,
    times: (before, after) => `Text of ${before} against text of ${after}`,
    onlyForm: 'No word differs in what is compared: punctuation, attachments, or a part too far down.',
    footer: (place, of) => `Change ${place} of ${of}, newest first · both texts are kept`,
    none: 'No changed text of this story is in the archive.',
  },

  wrong: {
    button: 'This is wrong',
    ask: 'What is wrong?',
    optional: 'A few words help; they may be left out. The bot’s operator reads them.',
    stored: (id) =>
      `Thank you: this is report ${id}. The bot's operator compares the message with the text. If we were wrong, ` +
      'the message is corrected, as our error, in every channel that had it; until then it stands.',
    known: (id) => `You have reported this already: it is report ${id}.`,
  },

  stories: { title: (count) => plural(count, 'notice') },
};
