import { z } from 'zod';
import type { Source } from './source.ts';

const Names = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

const Pattern = z.codec(z.strictObject({ source: z.string(), flags: z.string() }), z.instanceof(RegExp), {
  decode({ source, flags }, context) {
    try {
      return new RegExp(source, flags);
    } catch (error) {
      context.issues.push({ code: 'custom', input: source, message: String(error) });
      return z.NEVER;
    }
  },
  encode: ({ source, flags }) => ({ source, flags }),
});

const RowSelectors = z.strictObject({
  row: z.string().min(1),
  link: z.string().exactOptional(),
  call: z.strictObject({ pattern: Pattern, url: z.string() }).exactOptional(),
  title: z.string().exactOptional(),
  without: z.string().exactOptional(),
  date: z.union([z.string(), z.array(z.string()).readonly()]).exactOptional(),
  beside: z.enum(['before', 'after']).exactOptional(),
  heading: z.string().exactOptional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).exactOptional(),
});

const Reader = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('feed') }),
  z.strictObject({
    kind: z.literal('page'),
    rows: RowSelectors,
    path: Pattern.exactOptional(),
    next: z.strictObject({ address: z.string(), second: z.int(), step: z.int() }).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('jpaas'), rows: RowSelectors }),
  z.strictObject({ kind: z.literal('portal'), column: z.int() }),
  z.strictObject({
    kind: z.literal('json'),
    fields: z.strictObject({
      list: z.string(),
      title: z.string(),
      link: z.string(),
      date: z.string().exactOptional(),
      text: z.string().exactOptional(),
      id: z.string().exactOptional(),
    }),
    path: Pattern.exactOptional(),
    page: z.string().exactOptional(),
  }),
]);

/** A Source as it is stored where an admin has added it: JSON on one side, a Source on the other. */
export const SourceDefinition = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  authority: z.strictObject({
    id: z.string().min(1),
    name: Names,
    short: Names,
    country: z.string().regex(/^(?:[A-Z]{2})?$/),
  }),
  name: Names,
  language: z.string().min(2),
  timeZone: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }),
  reader: Reader,
  charset: z.string().exactOptional(),
  cadence: z.number().min(1),
  minRows: z.int().min(0),
}) satisfies z.ZodType<Source>;
