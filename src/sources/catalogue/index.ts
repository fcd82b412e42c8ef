import type { Authority, Source } from '../../domain/source.ts';
import { china } from './china.ts';
import { unitedKingdom } from './united-kingdom.ts';
import { unitedStates } from './united-states.ts';

/** Every Source that ships with the bot, the most telling first. */
export const catalogue: readonly Source[] = [...china, ...unitedKingdom, ...unitedStates];

/** The bodies that the catalogue reads, in its order. */
export const authorities: readonly Authority[] = [...new Set(catalogue.map(({ authority }) => authority))];
