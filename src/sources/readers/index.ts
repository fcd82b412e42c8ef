import type { Reader, Source } from '../../domain/source.ts';
import type { ListingReader } from '../reader.ts';
import { feed } from './feed.ts';
import { jpaas } from './jpaas.ts';
import { json } from './json.ts';
import { page } from './page.ts';
import { portal } from './portal.ts';

const readers: Record<Reader['kind'], ListingReader> = { feed, page, jpaas, portal, json };

export function readerOf(source: Source): ListingReader {
  return readers[source.reader.kind];
}
