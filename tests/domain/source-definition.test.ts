import { expect, it } from 'vitest';
import type { CatalogueSource, Source } from '../../src/domain/source.ts';
import { SourceDefinition } from '../../src/domain/source-definition.ts';
import { catalogue } from '../../src/sources/catalogue/index.ts';

/** What an admin's Source never has: it is for entries that somebody has studied. */
function asAdded(source: CatalogueSource): Source {
  const { grade, checkedOn, pressWindows, politeness, ca, proxy, newest, earlier, ...rest } = source;
  return rest;
}

it.each(catalogue.map((source) => [source.id, asAdded(source)] as const))(
  'stores %s so that it is read back as it was',
  (_, source) => {
    const stored = JSON.stringify(SourceDefinition.encode(source));

    expect(SourceDefinition.parse(JSON.parse(stored))).toEqual(source);
  },
);

it.each([
  ['another kind of reader', { reader: { kind: 'telegraph' } }],
  ['an address of no web page', { url: 'file:///etc/passwd' }],
  [
    'a pattern that is none',
    { reader: { kind: 'page', rows: { row: 'li' }, path: { source: '(', flags: '' } } },
  ],
  ['what it does not know', { shoe: 43 }],
])('refuses %s', (_, change) => {
  const [source] = catalogue;
  if (!source) throw new Error('the catalogue is empty');

  expect(SourceDefinition.safeParse({ ...asAdded(source), ...change }).success).toBe(false);
});
