import { expect, it } from 'vitest';
import { renderMessage } from '../../../src/discord/render/message.ts';
import type { SourceNews } from '../../../src/domain/alert.ts';
import type { MessageLanguage } from '../../../src/domain/subscription.ts';
import { validate } from '../../fakes/discord/validate.ts';
import { bodies, context, message } from './views.ts';

const [from, until] = [Date.UTC(2027, 4, 2, 14, 5), Date.UTC(2027, 4, 2, 15, 25)];
const gap: SourceNews = { what: 'gap', from, until };
const readable: SourceNews = { what: 'readable', since: from, until };

function shown(news: SourceNews = bodies.source.news, language: MessageLanguage = 'both') {
  const payload = renderMessage(
    message({ ...bodies.source, news }, { language, roleIds: [], silent: true }),
    context,
  );
  expect(() => validate('message', payload, 0)).not.toThrow();
  return { ...payload, embed: payload.embeds[0] };
}

it('says what cannot be read, why, who covers it, and that there is nothing to do', () => {
  const { content, embed } = shown();

  expect(content.split('\n')).toEqual([
    'Ministry briefing: unreadable since 2 May 14:05 UTC; other sources cover it',
    '例行发布会自5月2日14:05（UTC）起无法读取，其他来源仍覆盖',
  ]);
  expect(embed?.description).toBe(
    [
      'Not read since <t:1809266700:f> · answers with a challenge page (HTTP 412 from ministry.example.)',
      '**Covered by**  English page',
      'Nothing for you to do: it is tried again by itself.',
    ].join('\n'),
  );
});

it.each([
  [
    'reads again',
    readable,
    'Ministry briefing: read again after 1 h 20 min',
    '例行发布会中断1小时20分钟后恢复读取',
  ],
  ['has a gap', gap, 'Ministry briefing: entries may have gone by unseen', '例行发布会可能有条目未被读到'],
])('says of a source that it %s', (_, news, en, zh) => {
  expect(shown(news).content).toBe(`${en}\n${zh}`);
  expect(shown(news, 'zh').content).toBe(zh);
});

it('names as many of those who cover it as there is room for, and keeps within limits', () => {
  const coveredBy = Array.from({ length: 80 }, (_, index) => `cn-source-number-${index}`);

  const { embed } = shown({ ...bodies.source.news, coveredBy } as SourceNews);

  expect(embed?.description?.length).toBeLessThan(1000);
});
