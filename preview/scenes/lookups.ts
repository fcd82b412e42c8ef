import { PermissionFlagsBits } from 'discord.js';
import type { Section } from '../scene.ts';
import { asks } from './asking.ts';

/** What anybody in a server can ask. */
export const lookUps: Section = {
  id: 'look-ups',
  title: 'Look-ups',
  scenes: [
    asks('help', '/help', [{ use: 'help' }]),
    asks('recent', '/recent, and Older', [{ use: 'recent' }, { press: 'recent' }]),
    asks('recent-goods', '/recent, of some goods and one tier', [
      { type: 'recent', option: 'goods', text: 'ga' },
      { use: 'recent', options: { goods: 'gallium', tier: 'decision' } },
    ]),
    asks('recent-actions', '/recent, of some actions and one country', [
      { type: 'recent', option: 'actions', text: 'con' },
      { type: 'recent', option: 'authorities', text: 'ch' },
      { use: 'recent', options: { actions: 'new control', authorities: 'China' } },
      { use: 'recent', options: { authorities: 'Atlantis' } },
    ]),
    asks('recent-none', '/recent, nothing fits', [
      { use: 'recent', options: { goods: 'helium' } },
      { use: 'recent', options: { goods: 'unobtainium' } },
    ]),
    asks('batches', '/batches', [{ use: 'batches' }]),
    asks('batches-goods', '/batches, of rare earths', [
      { use: 'batches', options: { goods: 'rare earths' } },
      { use: 'batches', options: { goods: 'helium' } },
    ]),
    asks('measures', '/measures, today', [{ use: 'measures' }, { press: 'measures' }]),
    asks('measures-goods', '/measures, rare earths while some are suspended', [
      { use: 'measures', options: { goods: 'rare earths', on: '2031-03-14' } },
    ]),
    asks('measures-date', '/measures, and Other date', [
      { use: 'measures', options: { goods: 'rare earths' } },
      { press: 'measures-date' },
      { fill: { on: '2030-12' } },
      { choose: 'measures-goods', values: ['gallium'] },
    ]),
    asks('measures-quotes', '/measures, and Quotes', [
      { use: 'measures', options: { goods: 'gallium' } },
      { press: 'measures-quotes' },
      { use: 'measures', options: { goods: 'gallium' } },
      { press: 'measures-csv' },
    ]),
    asks('measures-on', 'Measures on a date, under an alert', [
      { press: 'measures-on', under: 'suspension' },
      { fill: {} },
    ]),
    asks('measures-lapsed', '/measures, after a stated end has passed', [
      { use: 'measures', options: { goods: 'rare earths', on: '2032-03-15' } },
    ]),
    asks('measures-code', '/measures, by code', [
      { use: 'measures', options: { code: '2846901940' } },
      { use: 'measures', options: { code: '8505.11' } },
      { use: 'measures', options: { code: 'samarium' } },
      { use: 'measures', options: { on: 'tomorrow' } },
    ]),
    asks('story', '/story', [
      { type: 'story', option: 'story', text: '稀土' },
      { use: 'story', options: { story: '稀土永磁体' } },
      { use: 'story', options: { story: 'xylophone' } },
    ]),
    asks('search', '/search', [{ use: 'search', options: { words: '镓' } }]),
    asks('search-more', '/search, and what its buttons show', [
      { use: 'search', options: { words: 'export licence' } },
      { press: 'search' },
    ]),
    asks('search-actions', '/search, of one action and one country', [
      { use: 'search', options: { words: '出口', actions: 'new control', authorities: 'China' } },
    ]),
    asks('search-none', '/search, nothing found', [
      { use: 'search', options: { words: 'xylophone', since: '2030-01-01' } },
      { use: 'search' },
    ]),
    asks('timeline', '/timeline', [{ use: 'timeline' }]),
    asks('timeline-until', '/timeline, until a month', [{ use: 'timeline', options: { until: '2031-02' } }]),
    asks('timeline-goods', '/timeline, of rare earths, and Older', [
      { use: 'timeline', options: { goods: 'rare earths' } },
      { press: 'timeline' },
    ]),
    asks('status', '/status', [{ use: 'status' }]),
    asks('source-list', '/source list', [{ use: 'source list' }]),
    asks('share', 'Share here', [{ use: 'batches' }, { press: 'share' }]),
    asks('share-refused', 'Share here, by somebody who may not write', [
      { use: 'batches' },
      { press: 'share', memberPermissions: PermissionFlagsBits.ViewChannel },
    ]),
    asks('why', 'Why and evidence', [{ press: 'why', under: 'approval' }]),
    asks('changed', 'What changed', [{ press: 'changed', under: 'correction' }, { press: 'changed-turn' }]),
    asks('story-button', 'Story, under an alert', [{ press: 'story', under: 'approval' }]),
    asks('why-title', 'Why and evidence, of a corrected notice', [{ press: 'why', under: 'correction' }]),
    asks('wrong', 'This is wrong, pressed twice', [
      { press: 'why', under: 'transcript' },
      { press: 'wrong' },
      { fill: { words: '第二个答复是关于镓的，不是锗。' } },
      { press: 'why', under: 'transcript' },
      { press: 'wrong' },
    ]),
    asks('list', 'The list behind several notices', [{ press: 'list', under: 'group' }]),
    asks('blind-status', 'The status behind a blind line', [{ press: 'status', under: 'blind' }]),
  ],
};
