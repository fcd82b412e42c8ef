import type { Language } from '../domain/source.ts';

/** What is said whatever the command. */
interface Texts {
  failed(reference: string): string;
  tooOld: string;
  unknownCommand: string;
  managersOnly: string;
  /** `role` is markdown; null: it is gone. */
  askersOnly(role: string | null): string;
  notInServer: string;
}

export const dispatchTexts: Record<Language, Texts> = {
  en: {
    failed: (reference) =>
      `Something went wrong, and it is the bot's fault. Try again; if it stays, tell whoever runs the bot: ${reference}.`,
    tooOld: 'This is too old: it does nothing any more. Run the command again.',
    unknownCommand: 'The bot does not know this command any more. Reload Discord to see the present ones.',
    managersOnly: 'Only members with the permission **Manage Server** can do this.',
    askersOnly: (role) =>
      role === null
        ? 'The role that may look things up in this server is gone. Someone with **Manage Server** chooses anew: `/settings`.'
        : `Only members with the role **${role}** may look things up in this server. Someone with **Manage Server** can change that: \`/settings\`.`,
    notInServer: 'This works only in a server that the bot has been added to.',
  },
  zh: {
    failed: (reference) =>
      `出错了，问题在机器人一方。请重试；如仍出错，请将此编号告知机器人的维护者：${reference}。`,
    tooOld: '该操作已过期，不再起作用。请重新运行命令。',
    unknownCommand: '机器人已不再支持该命令。请刷新Discord以查看现有命令。',
    managersOnly: '只有拥有 **管理服务器** 权限的成员可以进行此操作。',
    askersOnly: (role) =>
      role === null
        ? '本服务器指定的可查询身份组已不存在，请拥有 **管理服务器** 权限的成员用 `/settings` 重新指定。'
        : `本服务器仅限身份组 **${role}** 的成员查询。拥有 **管理服务器** 权限的成员可用 \`/settings\` 更改。`,
    notInServer: '此功能只能在已添加本机器人的服务器中使用。',
  },
};

/** What is left in a server on joining it. */
export const greetingText: Record<Language, string> = {
  en: 'Ready. An admin types `/watch add` in the channel that should get alerts. Nothing is posted until then.',
  zh: '已就绪。请管理员在要接收提醒的频道输入 `/watch add`；在此之前不会发布任何内容。',
};

/** Replies are in Chinese for whoever uses Discord in Chinese, and in English for everybody else. */
export function languageOf({ locale }: { locale: string }): Language {
  return locale.startsWith('zh') ? 'zh' : 'en';
}
