import type { AlertBody } from '../../domain/alert.ts';
import type { Outgoing } from '../../domain/delivery.ts';
import type { Authority, Language, Names } from '../../domain/source.ts';
import type { StoryView } from '../../domain/story.ts';
import type { Market, MessageLanguage } from '../../domain/subscription.ts';
import { type Summary, summarise } from '../../understand/summarise.ts';

/** What a message needs to know of an Outgoing. */
export type Message = Pick<Outgoing, 'deliveryId' | 'body' | 'roleIds' | 'language' | 'market' | 'silent'>;

/** Names that an Alert holds only by id. Both answer for sources that were removed since. */
export interface RenderContext {
  authorities(id: string): Authority;
  sourceName(id: string): Names;
  /** Where people can look for themselves; null for a Source that nobody has met. Absent: no links are shown. */
  sourceUrl?(id: string): string | null;
}

export type BodyOf<Kind extends AlertBody['kind']> = Extract<AlertBody, { kind: Kind }>;

/** What the maker of a card works with. */
export interface Setting extends RenderContext {
  deliveryId: string;
  market: Market;
  /** Of the labels, the title and the body. */
  language: Language;
  /** Of the push lines, in order. */
  languages: Language[];
}

export function settingOf(
  message: Pick<Message, 'deliveryId' | 'language' | 'market'>,
  context: RenderContext,
): Setting {
  return {
    authorities: context.authorities,
    sourceName: context.sourceName,
    ...(context.sourceUrl && { sourceUrl: context.sourceUrl }),
    deliveryId: message.deliveryId,
    market: message.market,
    language: message.language === 'zh' ? 'zh' : 'en',
    languages: languagesOf[message.language],
  };
}

export const languagesOf: Record<MessageLanguage, Language[]> = {
  both: ['en', 'zh'],
  en: ['en'],
  zh: ['zh'],
};

export function summaryOf(view: StoryView, setting: Setting): Summary {
  return summarise(view, { market: setting.market, authority: setting.authorities(view.authorityId) });
}
