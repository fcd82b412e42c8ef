import { languageOf } from '../../src/discord/texts.ts';
import { alertOfDelivery } from '../../src/store/alerts.ts';
import { reportWrong } from '../../src/store/feedback.ts';
import type { CommandButton } from '../command.ts';
import { texts } from '../texts/index.ts';

/** Somebody says that what a message tells is wrong. It is stored for the operator, who compares it with the text. */
export const wrong: CommandButton = {
  shows: 'private',

  async answer(interaction, deliveryId, { db, clock }) {
    const { wrong: words, why } = texts[languageOf(interaction)];
    const alert = await alertOfDelivery(db, deliveryId);
    const storyId = alert && 'view' in alert.body ? alert.body.view.storyId : null;
    const report =
      storyId === null
        ? null
        : await reportWrong(db, {
            ...{ storyId, deliveryId, createdAt: clock.now() },
            ...{ guildId: interaction.guildId, userId: interaction.user.id },
          });
    if (!report) return { note: why.unknown };
    return { note: report.isNew ? words.stored(report.id) : words.known(report.id) };
  },
};
