import type { Section } from '../scene.ts';
import { asks } from './asking.ts';

const empty = { at: 'empty' } as const;

/** What a bot says that was started a moment ago. */
export const nothingYet: Section = {
  id: 'nothing-yet',
  title: 'Nothing read yet',
  scenes: [
    asks('empty-status', '/status', [{ use: 'status' }], empty),
    asks('empty-recent', '/recent', [{ use: 'recent' }], empty),
    asks('empty-batches', '/batches', [{ use: 'batches' }], empty),
    asks('empty-measures', '/measures', [{ use: 'measures' }], empty),
    asks('empty-search', '/search', [{ use: 'search', options: { words: '镓' } }], empty),
    asks('empty-timeline', '/timeline', [{ use: 'timeline' }], empty),
    asks('empty-story', '/story', [{ use: 'story', options: { story: '1' } }], empty),
    asks(
      'empty-sources',
      '/source list, and Next',
      [{ use: 'source list' }, { press: 'source-page' }],
      empty,
    ),
    asks('empty-watches', '/watch list', [{ use: 'watch list' }], empty),
    asks('empty-watch', '/watch add', [{ use: 'watch add' }], empty),
  ],
};
