import type { Authority, CatalogueSource } from '../../domain/source.ts';
import { australia } from './australia.ts';
import { canada } from './canada.ts';
import { china } from './china.ts';
import { chinaMofcom } from './china-mofcom.ts';
import { europeanUnion } from './european-union.ts';
import { germany } from './germany.ts';
import { india } from './india.ts';
import { indonesia } from './indonesia.ts';
import { japan } from './japan.ts';
import { malaysia } from './malaysia.ts';
import { netherlands } from './netherlands.ts';
import { singapore } from './singapore.ts';
import { southKorea } from './south-korea.ts';
import { taiwan } from './taiwan.ts';
import { unitedKingdom } from './united-kingdom.ts';
import { unitedStates } from './united-states.ts';
import { vietnam } from './vietnam.ts';
import { worldTradeOrganization } from './world-trade-organization.ts';

/** Every Source that ships with the bot, the most telling first. */
export const catalogue: readonly CatalogueSource[] = [
  ...chinaMofcom,
  ...china,
  ...unitedStates,
  ...europeanUnion,
  ...unitedKingdom,
  ...japan,
  ...southKorea,
  ...taiwan,
  ...germany,
  ...netherlands,
  ...india,
  ...australia,
  ...canada,
  ...singapore,
  ...indonesia,
  ...malaysia,
  ...vietnam,
  ...worldTradeOrganization,
];

/** The bodies that the catalogue reads, in its order. */
export const authorities: readonly Authority[] = [...new Set(catalogue.map(({ authority }) => authority))];

/** Whether an installation reads a Source; `chosen`: the ids that its SOURCES names, if it names any. */
export function isChosen(source: CatalogueSource, chosen: readonly string[] | undefined): boolean {
  return chosen?.includes(source.id) ?? isReadByDefault(source);
}

/** Whether a Source is read where nobody chooses: an entry that nobody has seen to work waits to be asked for. */
export function isReadByDefault({ grade }: CatalogueSource): boolean {
  return grade !== 'recalled';
}
