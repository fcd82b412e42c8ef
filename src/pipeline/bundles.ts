import type { StoryView } from '../domain/story.ts';

/** More new Stories than this for one channel at once become one message. */
const oneByOne = 5;
/** Of old ones that surface, no more: a listing that is put in order brings up many. */
const oldOneByOne = 1;

/** Those of the new Stories that are told together: the news in one message, what is old in another, which is silent. */
export function bundlesOf(views: readonly StoryView[]): StoryView[][] {
  const { old = [], news = [] } = Object.groupBy(views, ({ lateness }) =>
    lateness === 'old' ? 'old' : 'news',
  );
  return [news.length > oneByOne ? news : [], old.length > oldOneByOne ? old : []].filter(
    (bundle) => bundle.length > 0,
  );
}
