import type { Action } from '../../domain/facts.ts';

export const colours = {
  green: 0x2e9e5b,
  amber: 0xe0a100,
  red: 0xc63d33,
  grey: 0x8a8f98,
  blue: 0x3b7dd8,
} as const;

export type Colour = keyof typeof colours;

/** Green: licences flow. Red: a door closes. Amber: a rule changes. Grey: words. */
export const colourOfAction: Record<Action, Colour> = {
  approve: 'green',
  resume: 'green',
  suspend: 'red',
  deny: 'red',
  new_control: 'red',
  relax: 'amber',
  suspend_control: 'amber',
  extend_suspension: 'amber',
  procedure: 'amber',
  clarify: 'grey',
  statement: 'grey',
  other: 'grey',
};
