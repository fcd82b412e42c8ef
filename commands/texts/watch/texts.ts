import type { Weekday } from '../../../src/domain/manners.ts';
import type { MessageLanguage } from '../../../src/domain/subscription.ts';

export interface WatchTexts {
  title(channel: string): string;
  notAChannel: string;
  everyoneRole: string;
  /** Markdown. */
  unknownEntry(option: string, names: string): string;
  noWords: string;
  editedTitle(id: number, channel: string): string;
  unchanged(id: number): string;
  duplicate(id: number, channel: string): string;
  /** Before what is missing; markdown, as the next two. */
  cannotPost(channel: string): string;
  /** Where pinging the role is all that the bot may not do. */
  cannotPing(channel: string, role: string): string;
  /** `names` are permissions as Discord's settings call them. */
  missing(names: string[], bot: string): string;
  /** What would do instead of the permission to mention every role; markdown. */
  orMentionable(role: string): string;
  /** What becomes of it; under what is missing. */
  thenAgain: string;
  again: string;
  elsewhere: string;
  archive(items: number): string;
  /** `counts` as below. */
  preview(counts: string): string;
  /** Before what a watch would have sent before it was changed. */
  previewBefore(counts: string): string;
  /** "3 messages with a push, 4 silent". */
  counts(pushes: number, silent: number): string;
  /** The same where all comes in digests. */
  digestCounts(every: 'day' | 'week', digests: number, stories: number): string;
  /** All that would have been sent. */
  seeAll(count: number): string;
  /** None of so many Stories passes. */
  previewNone(stories: number): string;
  /** The archive has no Stories to judge by. */
  previewEmpty: string;
  /** What each filter lets through by itself: "goods 5 · words 0". */
  alone(counts: string): string;
  /** `word` is in quotes. */
  wordFound(word: string, count: number): string;
  quietPhones: string;
  settings: {
    what: string;
    language: string;
    market: string;
    role: string;
    quiet: string;
    digest: string;
    threads: string;
  };
  languages: Record<MessageLanguage, string>;
  /** Of a role, quiet hours, a digest. */
  none: string;
  /** Follow-ups go to threads. */
  threadsOn: string;
  manners: MannerTexts;
  menus: { role: string; goods: string };
  quietForm: QuietFormTexts;
  digestForm: DigestFormTexts;
  remove: string;
  test: TestTexts;
  /** Before since when Discord refuses the bot in a channel. */
  parked: string;
  parkedGone: string;
  parkedMissing(names: string): string;
  parkedMended: string;
  /** The channel of a watch is gone, or hidden from the bot. */
  channelGone(id: number): string;
  removed(id: number, channel: string): string;
  /** Beside a watch in a list. */
  paused: string;
  pausedNow(id: number, channel: string): string;
  stillPaused(id: number): string;
  resumed(id: number, channel: string): string;
  notPaused(id: number): string;
  notFound(id: number): string;
  listTitle(count: number): string;
  listNone: string;
  goneChannel: string;
}

interface MannerTexts {
  daily(at: string): string;
  weekly(day: string, at: string): string;
  weekdays: Record<Weekday, string>;
  /** Behind quiet hours that hold back all else. */
  exceptDecisions: string;
  /** Behind a time: by which clocks. */
  zone(zone: string): string;
  notADigest(written: string): string;
  notASpan(written: string): string;
  noQuietHours: string;
}

interface QuietFormTexts {
  /** At most 45 characters, as all labels of forms. */
  title(id: number): string;
  from: string;
  until: string;
  /** At most 100 characters. */
  hint(zone: string): string;
  decisions: string;
  held: string;
  told: string;
}

interface TestTexts {
  send: string;
  /** Of a post in a forum. */
  title: string;
  content: string;
  delete: string;
  sent(channel: string): string;
  deleted: string;
  /** Without the permission to delete posts. */
  postStays: string;
}

interface DigestFormTexts {
  /** At most 45 characters, as all labels of forms. */
  title(id: number): string;
  every: string;
  atOnce: string;
  daily: string;
  weekly(day: string): string;
  at: string;
  /** At most 100 characters. */
  hint(zone: string): string;
  notATime(written: string): string;
}
