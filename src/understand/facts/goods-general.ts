import { isRareEarthElement } from '../lexicon/goods.ts';
import { goodsNamedIn, type Mention } from './goods-named.ts';

/** Kinds of goods that a title names where its text names the goods themselves. */
export const kinds = new Set([
  'strategic high-tech commodities',
  'precursor chemicals',
  'critical minerals',
  'minor metals',
]);
/** Names that stand for many goods, and yield to the particulars named with them. */
export const general = new Set(['dual-use items', 'technology', 'semiconductors', ...kinds]);
/** Goods of war, beside which dual-use items are named as goods too. */
export const military = new Set([
  'military goods',
  'weapons',
  'defense articles',
  'war materiel',
  'conventional weapons-related items',
]);
export const rareEarths = new Set(['rare earths', 'medium and heavy rare earths']);

export function names(mentions: Mention[], good: string): boolean {
  return mentions.some((mention) => mention.good === good);
}

/** The particulars where there are any: no "rare earths" beside samarium, no "dual-use items" beside graphite. */
export function withoutGeneral(mentions: Mention[]): Mention[] {
  const named = new Set(mentions.map(({ good }) => good));
  const elements = [...named].some(isRareEarthElement);
  const particular = [...named].some((name) => !general.has(name) && !military.has(name));
  return mentions.filter(({ good }) => {
    if (rareEarths.has(good) && elements) return false;
    if (good === 'rare earths' && named.has('medium and heavy rare earths') && named.size === 2) return false;
    if (good === 'technology' && named.has('dual-use items')) return false;
    if (good === 'semiconductors' && isListed(mentions, good)) return true;
    return !(general.has(good) && particular);
  });
}

/** "Chips and machine tools": one of a list, and not a word for what is named besides. */
function isListed(mentions: Mention[], good: string): boolean {
  return mentions.some(
    (one) =>
      one.good === good &&
      goodsNamedIn(one.sentence).some((other) => {
        if (other.good === good || !names(mentions, other.good)) return false;
        return one.index < other.index ? areJoined(one, other) : areJoined(other, one);
      }),
  );
}

/** Of the mentions in a sentence, those that stand in one list with any of `among`. */
export function runs(mentions: readonly Mention[], among: readonly Mention[]): Mention[] {
  const lists: Mention[][] = [];
  for (const mention of mentions) {
    const last = lists.at(-1);
    const before = last?.at(-1);
    if (last && before && areJoined(before, mention)) last.push(mention);
    else lists.push([mention]);
  }
  return lists.filter((list) => list.some(({ good }) => names([...among], good))).flat();
}

function areJoined(first: Mention, second: Mention): boolean {
  const { folded } = first.sentence;
  return (
    first.sentence === second.sentence && joint.test(folded.slice(first.index + first.length, second.index))
  );
}

const joint =
  /^[^,。;:]{0,12}(?:、|和|及|与|,? and |, (?:plus |and )?(?:(?:items|goods|equipment) (?:linked|related) to )?)[^,。;:]{0,14}$/;

const cereals = new Set(['wheat', 'rice', 'maize']);

/** A list that names several cereals means grain. */
export function cerealsAsGrain(mentions: Mention[]): Mention[] {
  const named = mentions.filter(({ good }) => cereals.has(good));
  if (new Set(named.map(({ good }) => good)).size < 2) return mentions;
  return mentions.map((mention) => (cereals.has(mention.good) ? { ...mention, good: 'grain' } : mention));
}
