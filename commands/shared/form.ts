import { LabelBuilder, ModalBuilder, TextInputBuilder, TextInputStyle } from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';

/** One text that is asked for. */
export interface Field {
  id: string;
  label: string;
  description?: string;
  /** What it proposes. */
  value?: string;
  placeholder?: string;
  longest: number;
  /** Several lines, and it may be left empty. */
  long?: true;
}

/** A form with one field; Discord takes 45 characters for its title and label, and 100 for the description. */
export function formOf(customId: string, title: string, field: Field): Answer {
  const input = new TextInputBuilder()
    .setCustomId(field.id)
    .setStyle(field.long ? TextInputStyle.Paragraph : TextInputStyle.Short)
    .setMaxLength(field.longest)
    .setRequired(!field.long);
  if (field.value) input.setValue(field.value);
  if (field.placeholder) input.setPlaceholder(field.placeholder);
  const label = new LabelBuilder().setLabel(field.label).setTextInputComponent(input);
  if (field.description) label.setDescription(field.description);
  const form = new ModalBuilder().setCustomId(customId).setTitle(title).addLabelComponents(label);
  return { form: form.toJSON() };
}
