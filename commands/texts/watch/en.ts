import { plural } from '../plural.ts';
import type { WatchTexts } from './texts.ts';

export const watch: WatchTexts = {
  title: (channel) => `Watching export licences in ${channel}`,
  notAChannel:
    'Alerts go to text, announcement and forum channels. Name one with the option `channel`. Nothing was saved.',
  everyoneRole: 'Discord pings nobody for the role @everyone here. Choose another role, or none.',
  unknownEntry: (option, names) =>
    `Nothing was saved: \`${option}\` knows no ${names}. Choose from the list shown while typing.`,
  noWords: 'Nothing was saved: `words` needs letters, digits or characters to look for.',
  editedTitle: (id, channel) => `Watch ${id} in ${channel} is changed`,
  unchanged: (id) => `Nothing was changed: watch ${id} is like that already. Name what should be different.`,
  duplicate: (id, channel) => `Nothing was changed: watch ${id} tells ${channel} the same already.`,
  cannotPost: (channel) => `I can't post in ${channel} yet.`,
  cannotPing: (channel, role) => `I can't ping ${role} in ${channel} yet.`,
  missing: (names, bot) =>
    `Missing: ${names.map((name) => `**${name}**`).join(', ')}.\n` +
    `Channel settings → Permissions → ${bot} → switch ${names.length === 1 ? 'it' : 'them'} on.`,
  orMentionable: (role) => `Or: Server settings → Roles → ${role} → "Allow anyone to @mention this role".`,
  thenAgain: 'Then press *Try again*, or choose another channel. Nothing was saved.',
  again: 'Try again',
  elsewhere: 'Use another channel …',
  archive: (items) =>
    items > 0
      ? `Nothing old will be posted. ${plural(items, 'notice')} in the archive: try /recent.`
      : 'Nothing old will be posted. The archive is being filled.',
  preview: (counts) => `You would have had, last 90 days: ${counts}`,
  previewBefore: (counts) => `Before this change: ${counts}`,
  counts: (pushes, silent) => `${plural(pushes, 'message')} with a push, ${silent} silent`,
  digestCounts: (every, digests, stories) =>
    `${plural(digests, every === 'day' ? 'daily digest' : 'weekly digest')} with ${plural(stories, 'story', 'stories')}`,
  seeAll: (count) => `See all ${count}`,
  previewNone: (stories) =>
    `Nothing of the last 90 days would have been sent: of ${plural(stories, 'story', 'stories')}, none passes.`,
  previewEmpty: 'The archive holds no story of the last 90 days yet, so nothing shows what would be sent.',
  alone: (counts) => `Passing one filter alone: ${counts}`,
  wordFound: (word, count) => `${word} would have matched ${count}`,
  quietPhones:
    'Phones may stay quiet. This server notifies on @mentions only: pick a role below, or members set this channel to "All messages".',
  settings: {
    what: 'What',
    language: 'Language',
    market: 'Home market',
    role: 'Role',
    quiet: 'Quiet hours',
    digest: 'Digest',
    threads: 'Threads',
  },
  languages: { both: 'English + 中文', en: 'English', zh: '中文' },
  none: 'none',
  threadsOn: 'one per story',
  manners: {
    daily: (at) => `daily at ${at}`,
    weekly: (day, at) => `weekly, ${day} at ${at}`,
    weekdays: { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 7: 'Sun' },
    exceptDecisions: ', decisions come all the same',
    zone: (zone) => `${zone} time; /settings sets the zone`,
    notADigest: (written) =>
      `Nothing was saved: “${written}” is no digest that I understand. Write \`daily 08:30\`, \`weekly Mon 08:30\`, or \`none\`.`,
    notASpan: (written) =>
      `Nothing was saved: “${written}” are no quiet hours that I understand. Write \`22:00-07:00\`, or \`none\`.`,
    noQuietHours:
      'Nothing was saved: decisions can only break through quiet hours. Set these too: `quiet-hours: 22:00-07:00`.',
  },
  menus: { role: 'Ping a role …', goods: 'Only these goods …' },
  quietForm: {
    title: (id) => `Quiet hours of watch ${id}`,
    from: 'From',
    until: 'Until',
    hint: (zone) => `Such as 22:00, by the clocks of ${zone}. Leave both empty for none.`,
    decisions: 'Licence decisions meanwhile',
    held: 'wait for the morning too',
    told: 'come at once',
  },
  digestForm: {
    title: (id) => `Digest of watch ${id}`,
    every: 'All in one message',
    atOnce: 'no: each story at once',
    daily: 'every day',
    weekly: (day) => `every ${day}`,
    at: 'At',
    hint: (zone) => `Such as 08:30, by the clocks of ${zone}`,
    notATime: (written) =>
      `Nothing was saved: “${written}” is no time that I understand. Write it like \`08:30\`.`,
  },
  remove: 'Remove',
  test: {
    send: 'Send a test',
    title: 'TEST, not news',
    content: 'TEST, not news: alerts on export licences arrive here\n测试消息，非新闻',
    delete: 'Delete',
    sent: (channel) => `A test is in ${channel}. It is silent and mentions nobody.`,
    deleted: 'The test is gone.',
    postStays: 'The test is gone. Its empty post stays until somebody with Manage Threads deletes it.',
  },
  parked: 'Discord refuses the bot there, since',
  parkedGone: 'the channel is gone, or hidden from the bot',
  parkedMissing: (names) => `missing: ${names}`,
  parkedMended: 'nothing is missing now: press Try again',
  channelGone: (id) =>
    `The channel of watch ${id} is gone, or hidden from the bot. \`/watch edit\` sends it elsewhere.`,
  removed: (id, channel) => `Watch ${id} is removed: it sends nothing to ${channel} any more.`,
  paused: 'paused',
  pausedNow: (id, channel) =>
    `Watch ${id} is paused: it tells ${channel} nothing until \`/watch resume\`. Messages already sent are kept right.`,
  stillPaused: (id) => `Watch ${id} is paused. \`/watch resume\` lets it tell again.`,
  resumed: (id, channel) =>
    `Watch ${id} tells ${channel} again, from now on. What came meanwhile is in /recent.`,
  notPaused: (id) => `Nothing was changed: watch ${id} is not paused.`,
  notFound: (id) => `There is no watch ${id} in this server. \`/watch list\` shows them.`,
  listTitle: (count) => `${plural(count, 'watch', 'watches')} in this server`,
  listNone: 'No channel of this server gets alerts. `/watch add` changes that.',
  goneChannel: 'a channel that I cannot see',
};
