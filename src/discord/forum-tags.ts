import { type AlertBody, viewsIn } from '../domain/alert.ts';
import { type Tier, tiers } from '../domain/facts.ts';
import { goodName, isRareEarthElement } from '../understand/lexicon/goods.ts';
import type { Forum } from './premises.ts';

/** Discord takes no more. */
const mostTags = 5;

/** What admins may call the tiers. */
const tierNames: Record<Tier, readonly string[]> = {
  decision: ['decision', 'decisions', '决定'],
  measure: ['measure', 'measures', '措施'],
  statement: ['statement', 'statements', '表态'],
};

/**
 * The tags of a forum that fit what is told, by tier and by goods; where none does and one is required, its first.
 * Those for moderators are left to them.
 */
export function tagsFor(body: AlertBody, { tags, requiresTag }: Forum): string[] {
  const usable = tags.filter(({ moderated }) => !moderated);
  const names = namesOf(body);
  const fitting = usable.filter(({ name }) => names.has(plain(name))).map(({ id }) => id);
  const forced = requiresTag ? [...usable, ...tags].slice(0, 1).map(({ id }) => id) : [];
  return fitting.length > 0 ? fitting.slice(0, mostTags) : forced;
}

function namesOf(body: AlertBody): Set<string> {
  const views = viewsIn(body);
  const ofTiers = tiers.filter((tier) => views.some((view) => view.tier === tier));
  const goods = new Set(views.flatMap(({ facts }) => facts.goods));
  if ([...goods].some(isRareEarthElement)) goods.add('rare earths');
  const names = [
    ...ofTiers.flatMap((tier) => tierNames[tier]),
    ...[...goods].flatMap((good) => [goodName(good, 'en'), goodName(good, 'zh')]),
  ];
  return new Set(names.map(plain));
}

/** Without what people decorate names with: "🔩 Rare-Earths" is "rare earths". */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
