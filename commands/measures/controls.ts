import { languageOf } from '../../src/discord/texts.ts';
import { dayOf } from '../../src/domain/schedule.ts';
import { fromJson } from '../../src/store/columns.ts';
import { registerZone } from '../../src/store/notices.ts';
import { storyRow } from '../../src/store/regroup.ts';
import type { CommandButton, CommandForm, CommandMenu } from '../command.ts';
import { daysIn } from '../shared/dates.ts';
import { formOf } from '../shared/form.ts';
import { parseGoods } from '../shared/goods.ts';
import { loadCursor } from '../shared/paging.ts';
import { texts } from '../texts/index.ts';
import { Asked } from './asked.ts';
import { csv, quotes } from './extras.ts';
import { ALL_GOODS, show } from './show.ts';

/** Another page, or other goods. */
const turn: CommandButton = {
  shows: 'in-place',
  async answer(interaction, id, context) {
    const language = languageOf(interaction);
    const asked = await loadCursor(Asked, id, context);
    return asked ? show(asked, language, context) : { note: texts[language].expired };
  },
};

/** A form asks for the day; of what was asked before, all else stays. */
const otherDate: CommandButton = {
  shows: 'in-place',
  async answer(interaction, id, context) {
    const language = languageOf(interaction);
    const asked = await loadCursor(Asked, id, context);
    return asked ? dateForm(`measures-date:${id}`, asked.on, language) : { note: texts[language].expired };
  },
};

const otherDateForm: CommandForm = {
  shows: 'in-place',
  async answer(interaction, id, context) {
    const language = languageOf(interaction);
    const asked = await loadCursor(Asked, id, context);
    if (!asked) return { note: texts[language].expired };
    const on = daysIn(interaction.fields.getTextInputValue('on'), language);
    if (!on || 'note' in on) return on ?? { note: texts[language].expired };
    return show({ ...asked, on: on.first, page: 0 }, language, context);
  },
};

const otherGoods: CommandMenu = {
  shows: 'in-place',
  async answer(interaction, id, context) {
    const language = languageOf(interaction);
    const asked = await loadCursor(Asked, id, context);
    if (!asked) return { note: texts[language].expired };
    const [chosen = ALL_GOODS] = interaction.values;
    const { goods } = parseGoods(chosen === ALL_GOODS ? null : chosen);
    return show({ ...asked, goods, code: null, page: 0 }, language, context);
  },
};

/** Under an alert about a suspension: its goods on a day that a form asks for, its stated end unless changed. */
const onADate: CommandButton = {
  shows: 'private',
  async answer(interaction, id, { db, clock }) {
    const language = languageOf(interaction);
    const story = await storyRow(db, Number(id));
    if (!story) return { note: texts[language].story.none };
    const today = dayOf(clock.now(), registerZone);
    return dateForm(`measures-on:${id}`, fromJson(story.facts).expiryDate ?? today, language);
  },
};

const onADateForm: CommandForm = {
  shows: 'private',
  async answer(interaction, id, context) {
    const language = languageOf(interaction);
    const story = await storyRow(context.db, Number(id));
    if (!story) return { note: texts[language].story.none };
    const on = daysIn(interaction.fields.getTextInputValue('on'), language);
    if (!on || 'note' in on) return on ?? { note: texts[language].story.none };
    const { goods } = fromJson(story.facts);
    return show({ goods, code: null, on: on.first, page: 0 }, language, context);
  },
};

function dateForm(customId: string, on: string, language: 'en' | 'zh') {
  const words = texts[language].measures;
  return formOf(customId, words.dateTitle, {
    ...{ id: 'on', label: words.dateLabel, value: on, placeholder: '2026-11-12', longest: 40 },
  });
}

/** What stands under a list of measures, and under alerts that lead to one. */
export const measureControls = {
  buttons: {
    measures: turn,
    'measures-date': otherDate,
    'measures-on': onADate,
    'measures-quotes': quotes,
    'measures-csv': csv,
  },
  menus: { 'measures-goods': otherGoods },
  forms: { 'measures-date': otherDateForm, 'measures-on': onADateForm },
};
