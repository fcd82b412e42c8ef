import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord.js';
import { type Problem, required, tooLong } from './errors.ts';

/** One thing to fill in, as it lies in JSON; which keys it may have, the schema has checked. */
export interface Field {
  type: ComponentType;
  id?: number;
  custom_id: string;
  label?: string;
  value?: string;
  required?: boolean;
  min_length?: number;
  max_length?: number;
  min_values?: number;
  max_values?: number;
  options?: { value: string; default?: boolean }[];
  default_values?: { id: string }[];
  default?: boolean;
}

interface Placed {
  field: Field;
  path: Problem['path'];
  /** Stands in a row by itself, in the older of the two styles. */
  bare: boolean;
}

const MAX_PARTS = 5;

/** Every thing to fill in, and where it stands. */
export function fieldsOf({ components }: APIModalInteractionResponseCallbackData): Placed[] {
  return components.flatMap((part, at): Placed[] => {
    if (part.type === ComponentType.Label) {
      return [{ field: part.component as Field, path: ['components', at, 'component'], bare: false }];
    }
    if (part.type !== ComponentType.ActionRow) return [];
    return part.components.map((field, index) => {
      return { field: field as Field, path: ['components', at, 'components', index], bare: true };
    });
  });
}

/**
 * What Discord refuses of a form although its schema allows it.
 * @see https://discord.com/developers/docs/components/using-modal-components
 */
export const modalRules: ((modal: APIModalInteractionResponseCallbackData) => Problem[])[] = [
  ({ components }) => (components.length > MAX_PARTS ? [tooLong(['components'], MAX_PARTS)] : []),
  ({ components }) =>
    components.flatMap((part, at) =>
      part.type === ComponentType.ActionRow && part.components.length !== 1
        ? [tooLong(['components', at, 'components'], 1)]
        : [],
    ),
  (modal) => fieldsOf(modal).flatMap(labelProblems),
  (modal) => fieldsOf(modal).flatMap(rangeProblems),
  (modal) => fieldsOf(modal).flatMap(valueProblems),
  (modal) => repeatedIds(fieldsOf(modal)),
];

/** In a row a text input carries its own label, in a Label it must not. */
function labelProblems({ field, path, bare }: Placed): Problem[] {
  if (bare && !field.label) return [required([...path, 'label'])];
  if (bare || field.label === undefined) return [];
  const message = 'A text input inside a label has no label of its own';
  return [{ path: [...path, 'label'], code: 'COMPONENT_LABEL_NOT_ALLOWED', message }];
}

function rangeProblems({ field, path }: Placed): Problem[] {
  const ranges = [
    ['min_length', field.min_length, field.max_length],
    ['min_values', field.min_values, field.max_values],
  ] as const;
  const crossed = ranges.filter(([, low, high]) => low !== undefined && high !== undefined && low > high);
  const problems = crossed.map(([key]) => {
    return { path: [...path, key], code: 'BASE_TYPE_RANGE', message: 'The least is more than the most' };
  });
  if (field.required !== false && field.min_values === 0 && field.type !== ComponentType.TextInput) {
    const message = 'A menu that must be used takes at least one value';
    problems.push({ path: [...path, 'min_values'], code: 'COMPONENT_REQUIRED_MIN_VALUES', message });
  }
  return problems;
}

/** What it opens with must itself be allowed. */
function valueProblems({ field, path }: Placed): Problem[] {
  const { value = '', max_length: most = 4000 } = field;
  return [...value].length > most ? [tooLong([...path, 'value'], most)] : [];
}

function repeatedIds(all: readonly Placed[]): Problem[] {
  const ids = all.map(({ field }) => field.custom_id);
  const message = 'Component custom id cannot be duplicated';
  return all.flatMap(({ path }, index) =>
    ids.indexOf(ids[index] ?? '') < index
      ? [{ path: [...path, 'custom_id'], code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message }]
      : [],
  );
}
