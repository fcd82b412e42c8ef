import type { Subject } from '../domain/filter.ts';
import type { Authority } from '../domain/source.ts';
import type { StoryLink, StoryView } from '../domain/story.ts';
import { says } from '../understand/search/says.ts';

/** What of a Story its Subject is made of. */
export interface Told extends Pick<StoryView, 'authorityId' | 'kind' | 'tier' | 'facts' | 'evidence'> {
  links: readonly Pick<StoryLink, 'sourceId' | 'language' | 'title'>[];
}

/** A Story as the filters of Subscriptions look at it. */
export function subjectOf(told: Told, authorityOf: (id: string) => Authority): Subject {
  const { authorityId, kind, tier, facts, links } = told;
  const texts = textsOf(told);
  return {
    authority: authorityOf(authorityId),
    ...{ kind, tier, facts },
    pages: links,
    says: (words) => says(texts, words),
  };
}

/**
 * The texts in which words are looked for: the titles of its pages, and what is quoted of it. They are at hand, and
 * show on the message why it came.
 */
export function textsOf({ links, evidence }: Pick<Told, 'links' | 'evidence'>): string[] {
  const quoted = Object.values(evidence).flatMap((quotes) => quotes.map(({ words }) => words));
  return [...new Set([...links.map(({ title }) => title), ...quoted])];
}
