import type { Evidence } from '../../domain/facts.ts';

/** Whom or what a refusal concerns, where the quoted words say so. */
export type Scope = 'military-users' | 'military-uses' | 'entities' | 'in-principle' | 'refused' | 'banned';

const scopes: Record<Scope, RegExp> = {
  'military-users': /军事(?:最终)?用户|\bmilitary (?:end[- ])?users?\b/iu,
  'military-uses': /军事(?:最终)?用途|\bmilitary (?:end[- ])?(?:uses?|purposes?)\b/iu,
  entities: /实体|\bentit(?:y|ies)\b/iu,
  'in-principle': /原则上不|\bin principle\b/iu,
  refused: /不予(?:许可|批准)|\b(?:refus|reject|den(?:y|ie))/iu,
  banned: /禁止|\b(?:ban(?:s|ned)?|prohibit)/iu,
};

/** Without one of these, a refusal is never worded as a ban of a whole country. */
export function scopesOf(evidence: Evidence): Set<Scope> {
  const quotes = [evidence.action, evidence.destinations, evidence.usFirms, evidence.goods].flatMap(
    (found) => found ?? [],
  );
  const names = Object.keys(scopes) as Scope[];
  return new Set(names.filter((scope) => quotes.some((quote) => scopes[scope].test(quote.words))));
}
