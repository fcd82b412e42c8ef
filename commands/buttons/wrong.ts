import { languageOf } from '../../src/discord/texts.ts';
import { alertOfDelivery } from '../../src/store/alerts.ts';
import { reportedBy, reportWrong } from '../../src/store/feedback.ts';
import type { Db } from '../../src/store/schema.ts';
import type { CommandButton, CommandForm } from '../command.ts';
import { formOf } from '../shared/form.ts';
import { texts } from '../texts/index.ts';

const LONGEST_WORDS = 500;

/** Somebody says that what a message tells is wrong: a form asks what, unless they have said so before. */
export const wrong: CommandButton = {
  shows: 'private',

  async answer(interaction, deliveryId, { db }) {
    const { wrong: words, why } = texts[languageOf(interaction)];
    const storyId = await storyOf(db, deliveryId);
    if (storyId === null) return { note: why.unknown };
    const known = await reportedBy(db, storyId, interaction.user.id);
    if (known !== null) return { note: words.known(known) };
    return formOf(`wrong:${deliveryId}`, words.button, {
      ...{ id: 'words', label: words.ask, description: words.optional },
      ...{ longest: LONGEST_WORDS, long: true },
    });
  },
};

/** It is stored for the operator, who compares it with the text. */
export const wrongForm: CommandForm = {
  shows: 'private',

  async answer(interaction, deliveryId, { db, clock }) {
    const { wrong: words, why } = texts[languageOf(interaction)];
    const storyId = await storyOf(db, deliveryId);
    const report =
      storyId === null
        ? null
        : await reportWrong(db, {
            ...{ storyId, deliveryId, createdAt: clock.now() },
            ...{ guildId: interaction.guildId, userId: interaction.user.id },
            words: interaction.fields.getTextInputValue('words').trim().slice(0, LONGEST_WORDS) || null,
          });
    if (!report) return { note: why.unknown };
    return { note: report.isNew ? words.stored(report.id) : words.known(report.id) };
  },
};

async function storyOf(db: Db, deliveryId: string): Promise<number | null> {
  const alert = await alertOfDelivery(db, deliveryId);
  return alert && 'view' in alert.body ? alert.body.view.storyId : null;
}
