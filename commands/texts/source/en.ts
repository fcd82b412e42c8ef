import { failureAdvice } from '../../../src/domain/failure.ts';
import { plural } from '../plural.ts';
import type { SourceTexts } from './texts.ts';

export const source: SourceTexts = {
  title: (reading, sources) => `${reading} of ${plural(sources, 'source')} read`,
  unread: 'not read yet',
  overdue: 'is not being polled: is the bot overloaded, or was it just started?',
  hiccup: 'the last attempt failed',
  since: 'not read since',
  advice: failureAdvice,
  pausedSince: 'paused by an admin',
  before: 'Previous',
  after: 'Next',
  paused: (name) =>
    `${name} is paused: it is not read until \`/source resume\`. What was read stays in the archive.`,
  resumed: (name) => `${name} is read again, beginning now. What came meanwhile is told as late.`,
  removed: (name) => `${name} is removed. What was read of it stays in the archive.`,
  ofCatalogue: (name) =>
    `${name} ships with the bot and cannot be removed. \`/source pause\` stops reading it.`,
  notFound: (id) => `There is no source "${id}". Choose one from the list shown while typing.`,
  notHere:
    'Nothing was changed. What is read is read for every server of this bot; its operator lists in ADMIN_SERVERS the servers whose managers may change it.',
  beingRead: (name) => `${name} is being read at this very moment. Look again in a minute.`,
  checked: (name, news) =>
    news === null
      ? `${name} was read just now: nothing has changed.`
      : `${name} was read just now: ${news === 0 ? 'nothing new' : plural(news, 'new entry', 'new entries')}.`,
  checkFailed: (name, reason, advice) => `${name} cannot be read: ${reason}. ${advice}`,
  found: {
    title: (rows, host) => `${plural(rows, 'entry', 'entries')} found on ${host}`,
    kinds: {
      feed: 'a feed',
      page: 'a list in a page',
      jpaas: 'a list that the page loads by a script',
      portal: 'a column of the export-control portal',
      json: 'a listing in JSON',
    },
    more: (rows) => `… and ${rows} more`,
    undated: 'no date',
    others: 'Not these? The page also holds:',
    other: (place, rows, first) => `List ${place}: ${plural(rows, 'entry', 'entries')}, the first “${first}”`,
    look: (place) => `Show list ${place}`,
    save: 'Read these from now on',
    known: (name) => `Nothing was changed: ${name} is that address, and is read already.`,
    article:
      'That is one announcement, not a list of them. Give the address of the page that lists them. Nothing was saved.',
    noAddress: 'That is not an address: it begins with https:// or http://. Nothing was saved.',
    failed: (message, advice) => `Nothing was saved. ${message}. ${advice}`,
    saved: (name, minutes) =>
      `${name} is read every ${plural(minutes, 'minute')} from now on. What stands there now is archived and alerts nobody; \`/source list\` shows how it goes.`,
  },
  catalogue: {
    title: (read, all) => `The catalogue: ${read} of ${plural(all, 'source')} read`,
    of: (country, read, all) => `${country}: ${read} of ${plural(all, 'source')} read`,
    international: 'International',
    every: (minutes) => `every ${plural(minutes, 'minute')}`,
    paused: 'paused by an admin',
    recalled: 'off: nobody has seen it read; the operator can name it in SOURCES',
    leftOut: "off: the operator's SOURCES leaves it out",
    added: (count) => `${plural(count, 'source')} added by admins: /source list`,
    noCountry: (written) =>
      `The catalogue has nothing of “${written}”. Choose from the list shown while typing.`,
  },
  preview: {
    title: (rows, name) => `${plural(rows, 'entry', 'entries')}, as read just now: ${name}`,
    nothingSaved: 'Nothing was saved.',
    failed: (message, advice) => `${message}. ${advice}`,
    unknown: (written) =>
      `“${written}” is neither a source nor an address. Choose from the list shown while typing, or paste an address that begins with https://.`,
    article: 'That is one announcement, not a list of them. Give the address of the page that lists them.',
  },
  edit: {
    title: 'Change a source',
    name: 'Name',
    address: 'Address of the list or feed',
    language: 'Language',
    cadence: 'How often it is read',
    every: (minutes) =>
      minutes % 60 === 0 ? `every ${plural(minutes / 60, 'hour')}` : `every ${plural(minutes, 'minute')}`,
    ownName: 'Used in both languages; left empty: the name it came with',
    pressWindows: 'While its ministry speaks to the press it is read more often',
    saved: (name) => `${name} is changed.`,
    moved: (name, rows) =>
      `${name} is read at its new address from now on: ${plural(rows, 'entry', 'entries')} found there, which alert nobody. What was read at the old one stays in the archive, and watches on it go on with the new one.`,
    unchanged: (name) => `Nothing was changed: ${name} is like that already.`,
  },
};
