import { expect, it } from 'vitest';
import { renderMessage } from '../../../src/discord/render/message.ts';
import type { EndNear } from '../../../src/domain/measure.ts';
import type { MessageLanguage } from '../../../src/domain/subscription.ts';
import { validate } from '../../fakes/discord/validate.ts';
import { bodies, context, message } from './views.ts';

function shown(end: Partial<EndNear> = {}, language: MessageLanguage = 'both') {
  const body = { ...bodies.reminder, end: { ...bodies.reminder.end, ...end } };
  const payload = renderMessage(message(body, { language, roleIds: [] }), context);
  expect(() => validate('message', payload, 0)).not.toThrow();
  return { lines: payload.content.split('\n'), embed: payload.embeds[0] };
}

it('says in its first line when what ends, and that nothing was seen to extend it', () => {
  expect(shown().lines).toEqual([
    "Tomorrow, 8 Mar 2028: stated end of China's No. 12 of 2027 (samarium and 2 more); no extension seen",
    '明日（2028年3月8日）：公告2027年第12号（钐、铽、镓）所载期限届满，尚未见延期公告',
  ]);
  expect(shown({ occasion: 'day' }).lines[0]).toMatch(/^Today, 8 Mar 2028: /);
  expect(shown({ occasion: 'month-before' }).lines[0]).toMatch(/^On 8 Mar 2028: /);
});

it('names the goods where there is room', () => {
  const measures = [{ announcementNo: 'No. 4 of 2027', goods: ['gallium'], destinations: [] }];

  expect(shown({ measures }).lines[0]).toBe(
    "Tomorrow, 8 Mar 2028: stated end of China's No. 12 of 2027 (gallium); no extending notice seen",
  );
});

it('lists what was held, and says what nobody has said of the day after', () => {
  const { embed } = shown();

  expect(embed?.author?.name).toBe('ENDS TOMORROW · No. 12 of 2027');
  expect(embed?.description).toBe(
    [
      '**Stated end**  8 March 2028',
      '**Not stated**  whether that day itself is included · what applies afterwards',
      'No later notice seen in the sources read, up to 7 March 2028.',
    ].join('\n'),
  );
  expect(embed?.fields).toEqual([
    {
      name: 'Suspended until then (from our register)',
      value: '**No. 4 of 2027**  Sm, Tb\n**No. 7 of 2027**  Ga to the US',
    },
  ]);
});

it('keeps what was only spoken apart, and says that it moves no date', () => {
  const spoken = [
    {
      on: '2028-02-01',
      until: '2029-03-08',
      title: 'A *weekly* briefing',
      url: 'https://ministry.example/b',
    },
  ];
  const { lines, embed } = shown({ spoken });

  expect(lines[0]).toContain('; extension only spoken of');
  expect(embed?.fields?.[1]).toEqual({
    name: 'Spoken of, which moves no date',
    value: '1 February 2028, to 8 March 2029 · [A \\*weekly\\* briefing](https://ministry.example/b)',
  });
});

it('is written in Chinese where that is asked for', () => {
  const { lines, embed } = shown({ of: 'term' }, 'zh');

  expect(lines).toEqual(['明日（2028年3月8日）：公告2027年第12号（钐、铽、镓）所载期限届满，尚未见延期公告']);
  expect(embed?.title).toBe('公告2027年第12号所载期限至2028年3月8日');
  expect(embed?.fields?.[0]?.name).toBe('涉及物项（据本库）');
});
