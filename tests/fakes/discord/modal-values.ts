import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord.js';
import { type Field, fieldsOf } from './modal-rules.ts';
import type { Mentioned } from './option-values.ts';

/** By `custom_id`: what was typed, ticked or chosen. */
export type FieldValues = Record<string, string | boolean | readonly string[]>;

export interface FilledForm {
  components: object[];
  mentioned: Mentioned[];
}

/** Menus, and what their values are ids of. */
export const MENUS: Partial<Record<ComponentType, Mentioned['kind'] | 'mentionables' | null>> = {
  [ComponentType.StringSelect]: null,
  [ComponentType.UserSelect]: 'users',
  [ComponentType.RoleSelect]: 'roles',
  [ComponentType.MentionableSelect]: 'mentionables',
  [ComponentType.ChannelSelect]: 'channels',
};

/**
 * Fills a form in as Discord's own client would; what the test leaves out stays as the form proposes it.
 * Throws, as a mistake of the test, where the client would not let a person send it.
 */
export function fillForm(
  modal: APIModalInteractionResponseCallbackData,
  values: FieldValues,
  isRole: (id: string) => boolean,
): FilledForm {
  const fields = fieldsOf(modal);
  const strange = Object.keys(values).find((id) => fields.every(({ field }) => field.custom_id !== id));
  if (strange !== undefined) throw new Error(`The form ${modal.custom_id} has no field ${strange}`);

  const filled = new Map(
    fields.map(({ field }) => [field.custom_id, answer(field, values[field.custom_id])]),
  );
  const answered = (field: Field) => ({
    type: field.type,
    id: field.id ?? 0,
    custom_id: field.custom_id,
    ...filled.get(field.custom_id),
  });
  const components = modal.components.map((part, at) => {
    const { type, id = at } = part;
    if (part.type === ComponentType.Label) return { type, id, component: answered(part.component as Field) };
    if (part.type === ComponentType.ActionRow)
      return { type, id, components: part.components.map((field) => answered(field as Field)) };
    return { type, id };
  });
  const mentioned = fields.flatMap(({ field }) =>
    mentions(field.type, filled.get(field.custom_id)?.values ?? [], isRole),
  );
  return { components, mentioned };
}

/** The ids among the values of a menu, and what they are ids of. */
export function mentions(
  type: ComponentType,
  values: readonly string[],
  isRole: (id: string) => boolean,
): Mentioned[] {
  const kind = MENUS[type];
  if (!kind) return [];
  return values.map((id) => {
    return { id, kind: kind !== 'mentionables' ? kind : isRole(id) ? 'roles' : 'users' };
  });
}

/** Throws unless the menu lets these be chosen together. */
export function checkChoice(menu: Field, values: readonly string[]): void {
  const { custom_id: name, options, min_values: least = 1, max_values: most = 1 } = menu;
  const offered = options?.map(({ value }) => value);
  const wrong = values.find((value) => offered !== undefined && !offered.includes(value));
  if (wrong !== undefined) throw new Error(`Menu ${name} does not offer ${wrong}`);
  if (values.length > most) throw new Error(`Menu ${name} takes at most ${most}, not ${values.length}`);
  if (values.length < least) throw new Error(`Menu ${name} takes at least ${least}, not ${values.length}`);
}

type Answered = { value?: string | boolean | null; values?: readonly string[] };

function answer(field: Field, given: FieldValues[string] | undefined): Answered {
  const { type, custom_id: name, required = true } = field;
  if (type === ComponentType.TextInput) return { value: typed(field, expected(name, given, 'string')) };
  if (type === ComponentType.Checkbox)
    return { value: expected(name, given, 'boolean') ?? field.default ?? false };
  if (type === ComponentType.RadioGroup) {
    const chosen = expected(name, given, 'string') ?? proposed(field)[0] ?? null;
    if (chosen !== null || required) checkChoice(field, chosen === null ? [] : [chosen]);
    return { value: chosen };
  }
  if (!(type in MENUS) && type !== ComponentType.CheckboxGroup)
    throw new Error(`The fake Discord does not model components of type ${type} in a form`);
  if (given !== undefined && typeof given !== 'object') throw new Error(`Field ${name} takes a list`);
  const values = given ?? proposed(field);
  if (values.length > 0 || required) checkChoice(field, values);
  return { values };
}

/** An untouched text input gives what it opened with. */
function typed(field: Field, given: string | undefined): string {
  const text = given ?? field.value ?? '';
  const { custom_id: name, required = true, min_length: least = 0, max_length: most = 4000 } = field;
  if (text === '' && required) throw new Error(`Field ${name} must be filled in`);
  if (text !== '' && text.length < least) throw new Error(`Field ${name} takes at least ${least} characters`);
  if (text.length > most) throw new Error(`Field ${name} takes at most ${most} characters`);
  return text;
}

/** What is chosen when a menu opens. */
function proposed({ options = [], default_values: ids = [] }: Field): string[] {
  return [
    ...options.filter((option) => option.default).map(({ value }) => value),
    ...ids.map(({ id }) => id),
  ];
}

function expected<T extends 'string' | 'boolean'>(
  name: string,
  given: FieldValues[string] | undefined,
  kind: T,
): (T extends 'string' ? string : boolean) | undefined {
  if (given !== undefined && typeof given !== kind) throw new Error(`Field ${name} takes a ${kind}`);
  return given as (T extends 'string' ? string : boolean) | undefined;
}
