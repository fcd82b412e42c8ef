import {
  ComponentType,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
  TextInputStyle,
} from 'discord.js';
import type { Answer } from '../src/discord/command.ts';
import { preflight } from '../src/discord/permissions.ts';
import { clean, escapeMarkdown } from '../src/discord/render/escape.ts';
import { languageOf } from '../src/discord/texts.ts';
import type { Server } from '../src/domain/server.ts';
import { messageLanguages } from '../src/domain/subscription.ts';
import { readServer, saveServer } from '../src/store/servers.ts';
import type { Command, CommandContext } from './command.ts';
import { settingsReply } from './settings/show.ts';
import { completeZone, zoneCalled } from './settings/zones.ts';
import type { Asker } from './shared/asker.ts';
import { described, inChinese } from './shared/localised.ts';
import { mayChangeSources } from './shared/premises.ts';
import { texts } from './texts/index.ts';
import { botIn } from './watch/missing.ts';

const data = new SlashCommandBuilder()
  .setName('settings')
  .setDescription('Time zone, who may look things up, and the language of new watches')
  .setDescriptionLocalizations(inChinese('时区、可查询者、新建关注的语言', '時區、可查詢者、新建關注的語言'))
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .setContexts(InteractionContextType.Guild)
  .addStringOption((option) =>
    described(option, [
      'zone',
      'Time zone of digests and quiet hours: type a city',
      '摘要与免打扰时段所用的时区，输入城市即可',
      '摘要與勿擾時段所用的時區，輸入城市即可',
    ])
      .setMaxLength(60)
      .setAutocomplete(true),
  )
  .addRoleOption((option) =>
    described(option, [
      'look-ups',
      'The role that may look things up; @everyone for all',
      '可查询的身份组；选 @everyone 即所有人',
      '可查詢的身分組；選 @everyone 即所有人',
    ]),
  )
  .addStringOption((option) =>
    described(option, [
      'language',
      'Of the alerts of new watches',
      '新建关注的提醒所用的语言',
      '新建關注的提醒所用的語言',
    ]).addChoices(
      { name: 'English + 中文', value: 'both' },
      { name: 'English', value: 'en' },
      { name: '中文', value: 'zh' },
    ),
  );

/** Saves what is chosen, and shows all of it. */
async function saved(
  chosen: Partial<Omit<Server, 'guildId'>>,
  asker: Asker,
  context: CommandContext,
): Promise<Answer> {
  const { guildId } = asker;
  if (Object.keys(chosen).length > 0) await saveServer(context.db, { guildId, ...chosen });
  return { reply: await settingsReply(asker, context) };
}

/** @everyone has the id of its server. */
const askersIn = (roleId: string | undefined, { guildId }: Asker) => ({
  askersRoleId: roleId === undefined || roleId === guildId ? null : roleId,
});

const languageIn = (written: string | null | undefined) => {
  const language = messageLanguages.find((each) => each === written);
  return language ? { language } : {};
};

/** Has a channel told how the Sources do, where this server may know; null: none. */
async function tellOps(channelId: string | null, asker: Asker, context: CommandContext): Promise<Answer> {
  const language = languageOf(asker);
  const { settings: words, watch } = texts[language];
  if (!mayChangeSources(asker, context)) return { note: words.opsNotHere };
  if (channelId === null) return saved({ opsChannelId: null }, asker, context);

  const channel = asker.guild.channels.cache.get(channelId);
  if (!channel) return { note: watch.notAChannel };
  const missing = preflight(channel, await botIn(asker.guild)).filter(({ granted }) => !granted);
  if (missing.length === 0) return saved({ opsChannelId: channelId }, asker, context);
  const names = missing.map(({ name }) => name[language]);
  return { note: words.opsMissing(escapeMarkdown(`#${channel.name}`), names) };
}

function unknownZone(written: string, asker: Asker): Answer {
  const { settings: words } = texts[languageOf(asker)];
  return { note: words.unknownZone(escapeMarkdown(clean(written))) };
}

/** What a server chooses for all of its channels. */
export const settings: Command = {
  data,
  configures: true,

  async execute(interaction, context) {
    const { options } = interaction;
    const written = options.getString('zone');
    const zone = written === null ? null : zoneCalled(written);
    if (written !== null && zone === null) return unknownZone(written, interaction);
    const role = options.getRole('look-ups');
    const chosen = {
      ...(zone && { zone }),
      ...(role && askersIn(role.id, interaction)),
      ...languageIn(options.getString('language')),
    };
    return saved(chosen, interaction, context);
  },

  complete: (interaction, { clock }) =>
    Promise.resolve(completeZone(interaction.options.getFocused(), clock.now())),

  buttons: {
    'settings-zone': {
      configures: true,
      shows: 'in-place',
      async answer(button, _argument, { db }) {
        const { zoneForm: words } = texts[languageOf(button)].settings;
        const { zone } = await readServer(db, button.guildId);
        const field = {
          type: ComponentType.TextInput as const,
          custom_id: 'zone',
          style: TextInputStyle.Short,
          value: zone,
          max_length: 60,
        };
        const label = { type: ComponentType.Label as const, label: words.label, description: words.hint };
        return {
          form: {
            custom_id: 'settings-zone:',
            title: words.title,
            components: [{ ...label, component: field }],
          },
        };
      },
    },
  },

  menus: {
    'settings-askers': {
      configures: true,
      shows: 'in-place',
      answer: (menu, _argument, context) => saved(askersIn(menu.values[0], menu), menu, context),
    },
    'settings-ops': {
      configures: true,
      shows: 'in-place',
      answer: (menu, _argument, context) => tellOps(menu.values[0] ?? null, menu, context),
    },
    'settings-language': {
      configures: true,
      shows: 'in-place',
      answer: (menu, _argument, context) => saved(languageIn(menu.values[0]), menu, context),
    },
  },

  forms: {
    'settings-zone': {
      configures: true,
      shows: 'in-place',
      async answer(form, _argument, context) {
        const written = form.fields.getTextInputValue('zone');
        const zone = zoneCalled(written);
        return zone ? saved({ zone }, form, context) : unknownZone(written, form);
      },
    },
  },
};
