import { z } from 'zod';
import { kinds } from '../../src/domain/facts.ts';
import { Narrowed } from '../shared/narrowed.ts';

/** What was asked and which page is shown: kept among the cursors. */
export const Asked = Narrowed.extend({
  words: z.string(),
  since: z.string().exactOptional(),
  until: z.string().exactOptional(),
  everything: z.boolean(),
  kind: z.enum(kinds).exactOptional(),
  /** The place at which each page before this one ended; empty on the first page. */
  trail: z.array(z.number()),
  /** How many were found, from the first page on. */
  found: z.object({ count: z.number(), more: z.boolean() }).exactOptional(),
});
export type Asked = z.infer<typeof Asked>;
