import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import { languageOf } from '../src/discord/texts.ts';
import { dayOf } from '../src/domain/schedule.ts';
import { goodsInArchive } from '../src/store/lookups.ts';
import { registerZone } from '../src/store/notices.ts';
import type { Command } from './command.ts';
import { completeCode, completeDay } from './measures/complete.ts';
import { measureControls } from './measures/controls.ts';
import { show } from './measures/show.ts';
import { daysIn } from './shared/dates.ts';
import { completeGoods, parseGoods, unknownGoodsNote } from './shared/goods.ts';
import { inChinese } from './shared/localised.ts';

/** What is under control on a day, as far as the notices read tell. */
export const measures: Command = {
  data: new SlashCommandBuilder()
    .setName('measures')
    .setContexts(InteractionContextType.Guild)
    .setDescription('Export controls on a day: in force, suspended, ended')
    .setDescriptionLocalizations(
      inChinese('某日的出口管制措施：施行中、暂停或废止', '某日的出口管制措施：施行中、暫停或廢止'),
    )
    .addStringOption((option) =>
      option
        .setName('goods')
        .setDescription('Only measures on these goods, separated by commas')
        .setDescriptionLocalizations(inChinese('只看这些物项，用逗号分隔', '只看這些物項，用逗號分隔'))
        .setAutocomplete(true),
    )
    .addStringOption((option) =>
      option
        .setName('code')
        .setDescription('A control code such as 1C902, or a customs code of 4 to 10 digits')
        .setDescriptionLocalizations(
          inChinese('管制编码（如1C902）或4至10位海关编码', '管制編碼（如1C902）或4至10位海關編碼'),
        )
        .setMaxLength(40)
        .setAutocomplete(true),
    )
    .addStringOption((option) =>
      option
        .setName('on')
        .setDescription('The day, such as 2026-11-12; today unless given')
        .setDescriptionLocalizations(
          inChinese('日期，如2026-11-12；不填为今天', '日期，如2026-11-12；不填為今天'),
        )
        .setMaxLength(40)
        .setAutocomplete(true),
    ),

  async execute(interaction, context) {
    const language = languageOf(interaction);
    const { options } = interaction;
    const { goods, unknown } = parseGoods(options.getString('goods'));
    if (unknown.length > 0) return unknownGoodsNote(unknown, language);
    const on = daysIn(options.getString('on'), language);
    if (on && 'note' in on) return on;
    const today = dayOf(context.clock.now(), registerZone);
    const asked = { goods, code: options.getString('code'), on: on?.first ?? today, page: 0 };
    return show(asked, language, context);
  },

  async complete(interaction, { db }) {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'code') return completeCode(value, db, languageOf(interaction));
    if (name === 'on') return completeDay(value, db, languageOf(interaction));
    return completeGoods(value, await goodsInArchive(db), languageOf(interaction));
  },

  ...measureControls,
};
