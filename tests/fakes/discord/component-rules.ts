import { ButtonStyle, ComponentType, MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import { type Problem, required, tooLong } from './errors.ts';

/** A component as it lies in JSON; which keys it may have, the schema has checked. */
export interface RawComponent {
  type: ComponentType;
  custom_id?: string;
  style?: ButtonStyle;
  url?: string;
  label?: string;
  emoji?: object;
  disabled?: boolean;
  options?: { value: string }[];
  components?: RawComponent[];
  accessory?: RawComponent;
}

interface Placed {
  component: RawComponent;
  path: Problem['path'];
}

const MAX_ROWS = 5;

/** @see https://discord.com/developers/docs/components/reference */
export const componentRules: ((body: RESTPostAPIChannelMessageJSONBody) => Problem[])[] = [
  (body) => placed(body).flatMap(buttonProblems),
  (body) => placed(body).flatMap(rowProblems),
  (body) => placed(body).flatMap(repeatedValues),
  (body) => repeatedIds(placed(body)),
  ({ components, flags = 0 }) => {
    const legacy = ((flags ?? 0) & MessageFlags.IsComponentsV2) === 0;
    return legacy && (components ?? []).length > MAX_ROWS ? [tooLong(['components'], MAX_ROWS)] : [];
  },
];

function placed({ components }: RESTPostAPIChannelMessageJSONBody): Placed[] {
  return walk((components ?? []) as RawComponent[], ['components']);
}

function walk(components: readonly RawComponent[], path: Problem['path']): Placed[] {
  return components.flatMap((component, index) => {
    const here = [...path, index];
    return [{ component, path: here }, ...walk(inside(component), [...here, 'components'])];
  });
}

function inside({ components = [], accessory }: RawComponent): readonly RawComponent[] {
  return accessory === undefined ? components : [...components, accessory];
}

/** Every component at any depth, e.g. to find the one that somebody presses. */
export function everyComponent(components: readonly RawComponent[]): RawComponent[] {
  return walk(components, []).map(({ component }) => component);
}

/** A link button has an address and no id, every other button the reverse; and a button shows something. */
function buttonProblems({ component, path }: Placed): Problem[] {
  if (component.type !== ComponentType.Button || component.style === ButtonStyle.Premium) return [];
  const link = component.style === ButtonStyle.Link;
  const [needed, forbidden] = link ? (['url', 'custom_id'] as const) : (['custom_id', 'url'] as const);
  const problems: Problem[] = [];
  if (!component[needed]) problems.push(required([...path, needed]));
  if (component[forbidden]) {
    const message = 'A custom id and url cannot both be specified';
    problems.push({
      path: [...path, forbidden],
      code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      message,
    });
  }
  if (!component.label && !component.emoji) {
    const message = 'A button needs a label or an emoji';
    problems.push({ path: [...path, 'label'], code: 'BUTTON_COMPONENT_INVALID', message });
  }
  return problems;
}

/** A row holds up to five buttons or one select menu. */
function rowProblems({ component, path }: Placed): Problem[] {
  const parts = component.components ?? [];
  if (component.type !== ComponentType.ActionRow || parts.length < 2) return [];
  const message = 'The specified component exceeds the maximum width';
  return parts.every(({ type }) => type === ComponentType.Button)
    ? []
    : [{ path, code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message }];
}

function repeatedValues({ component, path }: Placed): Problem[] {
  const values = (component.options ?? []).map(({ value }) => value);
  return values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [
          {
            path: [...path, 'options', index, 'value'],
            code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
            message: 'The specified option value is already used',
          },
        ]
      : [],
  );
}

function repeatedIds(all: readonly Placed[]): Problem[] {
  const named = all.filter(({ component }) => component.custom_id);
  const ids = named.map(({ component }) => component.custom_id);
  return named.flatMap(({ component, path }, index) =>
    ids.indexOf(component.custom_id) < index
      ? [
          {
            path: [...path, 'custom_id'],
            code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
            message: 'Component custom id cannot be duplicated',
          },
        ]
      : [],
  );
}
