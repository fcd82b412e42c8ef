import type { Section } from '../scene.ts';
import { alerts } from './alerts.ts';
import { lookUps } from './lookups.ts';
import { nothingYet } from './nothing-yet.ts';
import { settingUp } from './setting-up.ts';

/** Everything that people can see, in the order in which it is played. */
export const sections: readonly Section[] = [alerts, lookUps, settingUp, nothingYet];
