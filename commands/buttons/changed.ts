import type { Answer } from '../../src/discord/command.ts';
import { linkButton } from '../../src/discord/render/buttons.ts';
import type { Button, Line } from '../../src/discord/render/card.ts';
import { diffLine } from '../../src/discord/render/diff.ts';
import { safeUrl } from '../../src/discord/render/links.ts';
import { texts as messageTexts } from '../../src/discord/render/texts/index.ts';
import { replyOf } from '../../src/discord/reply.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { changedFacts } from '../../src/domain/facts.ts';
import type { Language } from '../../src/domain/source.ts';
import { fromJson } from '../../src/store/columns.ts';
import { storyRow } from '../../src/store/regroup.ts';
import { type Rewording, rewordings, textsAround } from '../../src/store/rewordings.ts';
import { languageOf as writtenIn } from '../../src/understand/language.ts';
import { changeText } from '../../src/understand/phrases/changes.ts';
import { textChanges } from '../../src/understand/text-changes.ts';
import type { CommandButton, CommandContext } from '../command.ts';
import { shareButton } from '../shared/footing.ts';
import { texts } from '../texts/index.ts';
import { exactTime } from './evidence.ts';

/** Under an alert: the newest change of its pages' words. */
export const changed: CommandButton = {
  shows: 'private',
  answer: (interaction, id, context) => show(Number(id), 0, languageOf(interaction), context),
};

/** Under that answer: the changes before and after it. */
export const changedTurn: CommandButton = {
  shows: 'in-place',
  answer(interaction, argument, context) {
    const [id, place] = argument.split('/').map(Number);
    return show(id ?? 0, place ?? 0, languageOf(interaction), context);
  },
};

const MOST_CHANGES = 12;

/** @param place - 0 for the newest change. */
async function show(
  storyId: number,
  place: number,
  language: Language,
  context: CommandContext,
): Promise<Answer> {
  const { changed: words } = texts[language];
  const story = Number.isSafeInteger(storyId) ? await storyRow(context.db, storyId) : undefined;
  const standing = story?.mergedInto ?? storyId;
  const all = story ? await rewordings(context.db, standing) : [];
  const rewording = all[place];
  const around = rewording && (await textsAround(context.db, rewording));
  if (!around) return { note: words.none };

  const { before, after, announced } = around;
  const written = writtenIn(after.text);
  const title = textChanges(before.title, after.title, written, MOST_CHANGES);
  const text = textChanges(before.text, after.text, written, MOST_CHANGES);
  const changes = [...title.shown, ...text.shown];
  const own = announced.filter((each) => each.storyId === standing);
  const facts = factLines(own, after.number, language);
  return {
    reply: replyOf({
      title: [words.title(context.names.sourceName(rewording.sourceId)[language])],
      colour: 'amber',
      lines: [
        [words.times(exactTime(rewording.seenBefore), exactTime(rewording.seenAt))],
        ...(facts.length > 0 ? facts : [[messageTexts[language].noFactChanged]]),
        ...changes.map((change): Line => ['• ', ...diffLine(change, written)]),
        ...(text.more > 0 ? [[messageTexts[language].groupRest(text.more)]] : []),
        ...(changes.length === 0 ? [[words.onlyForm]] : []),
      ],
      footer: words.footer(place + 1, all.length),
      buttons: [
        ...turns(storyId, place, all, language),
        ...linkButton(messageTexts[language].official, safeUrl(rewording.url)),
        shareButton(language),
      ],
    }),
  };
}

/** What the facts of the Story's part of the page became. */
function factLines(
  announced: NonNullable<Awaited<ReturnType<typeof textsAround>>>['announced'],
  revision: number,
  language: Language,
): Line[] {
  const { changed: label, colon, notStatedBefore, notStatedNow } = messageTexts[language];
  return announced
    .filter((each) => each.revision === revision)
    .flatMap((after): Line[] => {
      const before = announced.find((each) => each.revision !== revision && each.part === after.part);
      if (!before) return [];
      return changedFacts(fromJson(before.facts), fromJson(after.facts)).map((change) => {
        const { fact, from, to } = changeText(change, language);
        return [
          { bold: label },
          `  ${fact}${colon}`,
          from === null ? notStatedBefore : { struck: from },
          ' → ',
          to === null ? notStatedNow : { bold: to },
        ];
      });
    });
}

function turns(storyId: number, place: number, all: readonly Rewording[], language: Language): Button[] {
  const { newer, older } = texts[language];
  const to = (label: string, where: number) => ({ label, customId: `changed-turn:${storyId}/${where}` });
  return [
    ...(place > 0 ? [to(newer, place - 1)] : []),
    ...(place + 1 < all.length ? [to(older, place + 1)] : []),
  ];
}
