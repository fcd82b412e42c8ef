import { describe, expect, it } from 'vitest';
import { actions } from '../../../src/domain/facts.ts';
import { summarise } from '../../../src/understand/summarise.ts';
import { batches } from './batches.ts';
import { measures } from './measures.ts';
import { statements } from './statements.ts';
import { states } from './states.ts';
import { authorities, type Told, viewOf } from './story.ts';

const files = { batches, measures, statements, states };

describe.each(Object.entries(files))('%s', (_, stories) => {
  it.each(Object.entries(stories))('tells %s', (_name, told) => {
    const { pushLine, headline, summary } = said(told);

    expect({ push: pushLine, headline, summary }).toEqual({
      push: told.push,
      headline: told.headline,
      summary: told.summary,
    });
  });
});

it('every action is told', () => {
  const told = Object.values(files).flatMap((stories) => Object.values(stories));

  expect(new Set(told.map(({ facts }) => facts.action))).toEqual(new Set(actions));
});

function said(told: Told) {
  const { authority = 'china', market = 'US' } = told;
  return summarise(viewOf(told), { market, authority: authorities[authority] });
}
