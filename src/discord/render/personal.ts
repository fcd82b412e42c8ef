import type { PersonalNotice } from '../../domain/delivery.ts';
import type { Language, Names } from '../../domain/source.ts';
import { neededPermissions } from '../permissions.ts';
import { languagesOf } from './context.ts';
import { clean, escapeMarkdown } from './escape.ts';

/** What is known of the place that a notice is about. */
export interface ChannelState {
  server: string | null;
  /** The switches that are off there; null where the channel is gone or hidden. */
  missing: readonly Names[] | null;
}

interface Words {
  place(channelId: string, server: string | null): string;
  parked(place: string): string;
  missing(switches: string): string;
  hidden(view: string): string;
  unclear(switches: string): string;
  mend: string;
  after: string;
  roleGone(place: string): string;
  separator: string;
}

const words: Record<Language, Words> = {
  en: {
    place: (channelId, server) => `<#${channelId}>${server ? ` (${server})` : ''}`,
    parked: (place) => `I can no longer post export-licence alerts in ${place}: Discord refuses it.`,
    missing: (switches) => `Missing there: ${switches}.`,
    hidden: (view) => `The channel is gone, or hidden from me: then ${view} is missing.`,
    unclear: (switches) => `I need ${switches} there.`,
    mend: 'Channel settings → Permissions → the bot → switch it on. Or choose another channel: `/watch edit`.',
    after:
      'Alerts of the last 72 hours wait and go out once I may post again. If they do not, press **Try again** in `/watch list`.',
    roleGone: (place) =>
      `The role that alerts in ${place} mentioned has been deleted. They still come, without a mention; choose another role with \`/watch edit\`.`,
    separator: ', ',
  },
  zh: {
    place: (channelId, server) => `<#${channelId}>${server ? `（${server}）` : ''}`,
    parked: (place) => `我已无法在${place}发布出口许可提醒：Discord拒绝了请求。`,
    missing: (switches) => `缺少权限：${switches}。`,
    hidden: (view) => `该频道已不存在，或对我隐藏（后者即缺少${view}）。`,
    unclear: (switches) => `我在该频道需要${switches}。`,
    mend: '请在“频道设置 → 权限 → 本机器人”中开启，或用 `/watch edit` 另选频道。',
    after: '最近72小时的提醒会保留，权限恢复后随即发出。如未发出，请在 `/watch list` 中按**重试**。',
    roleGone: (place) =>
      `${place}的提醒所提及的身份组已被删除。提醒照常发送，但不再提及任何人；可用 \`/watch edit\` 另选身份组。`,
    separator: '、',
  },
};

/** The text of a direct message; both languages where the Subscription has both. */
export function personalText(notice: PersonalNotice, state: ChannelState): string {
  return languagesOf[notice.language].map((language) => textIn(language, notice, state)).join('\n\n');
}

function textIn(
  language: Language,
  { kind, channelId }: PersonalNotice,
  { server, missing }: ChannelState,
): string {
  const { place, parked, hidden, unclear, mend, after, roleGone, separator, ...said } = words[language];
  const where = place(channelId, server && escapeMarkdown(clean(server)));
  if (kind === 'role-gone') return roleGone(where);

  const bold = (names: readonly Names[]) => names.map((name) => `**${name[language]}**`).join(separator);
  const all = neededPermissions.map(({ name }) => name);
  const why =
    missing === null
      ? hidden(bold(all.slice(0, 1)))
      : missing.length > 0
        ? said.missing(bold(missing))
        : unclear(bold(all));
  return [parked(where), why, mend, after].join('\n');
}
