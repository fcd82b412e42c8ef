import { describe, expect, it } from 'vitest';
import { texts as commandTexts } from '../../commands/texts/index.ts';
import { ruleText } from '../../commands/texts/rules.ts';
import { texts as messageTexts } from '../../src/discord/render/texts/index.ts';
import { dispatchTexts } from '../../src/discord/texts.ts';
import { rules } from '../../src/understand/lexicon/rules/all.ts';
import { wordings as changes } from '../../src/understand/phrases/changes.ts';
import { wordings as differences } from '../../src/understand/phrases/difference.ts';
import { wordings as inForce } from '../../src/understand/phrases/in-force.ts';
import { wordings as joinings } from '../../src/understand/phrases/joining.ts';
import { phrases } from '../../src/understand/phrases/languages.ts';
import { wordings as ourErrors } from '../../src/understand/phrases/our-error.ts';
import { caughtPhrases } from '../../src/understand/summarise.ts';
import { samplesOf } from './samples.ts';

/** Where the bot's texts stand. */
const places = {
  commands: commandTexts,
  messages: messageTexts,
  dispatcher: dispatchTexts,
  'push lines of changes': changes,
  'push lines of differences': differences,
  'push lines of our errors': ourErrors,
  'measures in force': inForce,
  'reasons for joining': joinings,
  'texts not read in detail': caughtPhrases,
};

type Leaf = [path: string, value: unknown];

/** Every text and every function that makes one, by its path. */
function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path ? `${path}.${key}` : key));
}

describe.each(Object.entries(places))('the texts of %s', (_, { en, zh }) => {
  const english = new Map(leavesOf(en));
  const chinese = new Map(leavesOf(zh));

  it('are there', () => {
    expect(english.size).toBeGreaterThan(1);
  });

  it('have the same keys in every language, and are of the same kind', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, value] of english) {
      expect(typeof chinese.get(path), path).toBe(typeof value);
      expect(['string', 'function'], path).toContain(typeof value);
    }
  });

  it.each([
    ['English', english],
    ['Chinese', chinese],
  ])('say something in %s', (_, leaves) => {
    const silent = [...leaves].flatMap(([path, value]) =>
      samplesOf(value).some((text) => text === '' || /undefined|NaN|\[object/.test(text)) ? [path] : [],
    );

    expect(silent).toEqual([]);
  });

  it('are Chinese in Chinese', () => {
    const left = [...chinese].flatMap(([path, value]) =>
      samplesOf(value)
        .map((text) => ({ path, words: englishIn(text) }))
        .filter(({ words }) => words.length > 0),
    );

    expect(left).toEqual([]);
  });

  it('are English in English', () => {
    const left = [...english].flatMap(([path, value]) =>
      samplesOf(value)
        .filter((text) =>
          /\p{Script=Han}/u.test(text.replaceAll(/中文|测试消息，非新闻|(?<=words: )镓/g, '')),
        )
        .map((text) => `${path}: ${text}`),
    );

    expect(left).toEqual([]);
  });
});

/** Names, commands and what people type. */
const allowed = [
  ...['Discord', 'JSON', 'English', 'MinistryWire', 'robots', 'txt', 'HTTP', 'CSV', 'TEST', 'not', 'news'],
  ...[
    'ADMIN_SERVERS',
    'SOURCES',
    'IANA',
    'UTC',
    'Asia',
    'Tokyo',
    'SHA',
    'UTF',
    'WIRE_ALLOW_PRIVATE',
    'https',
    'http',
    'everyone',
    'here',
  ],
];

/** Words of English in a Chinese text, what it names aside. */
function englishIn(text: string): string[] {
  const bare = text
    .replaceAll(/`[^`]*`/g, '')
    // An option as it is typed: "goods: ".
    .replaceAll(/\b[a-z-]+: /g, '')
    .replaceAll(/\/[a-z]+(?: [a-z]+)?(?:、[a-z]+)*/g, '')
    .replaceAll(/\d[A-Z]\d{3}(?:\.[a-z])?/g, '');
  return [...bare.matchAll(/[A-Za-z_]{2,}/g)].map(([word]) => word).filter((word) => !allowed.includes(word));
}

it('finds English where there is some', () => {
  expect(englishIn('可用 `/watch add` 添加，或运行 /watch list，见 Discord')).toEqual([]);
  expect(englishIn('支持 says that')).toEqual(['says', 'that']);
});

it('has a Chinese text for each rule that can speak for or against a text', () => {
  const ids = [...rules, { id: 'no-licence-wording', says: 'x' }, { id: 'decided-elsewhere', says: 'x' }];
  const untold = ids.filter(({ id, says }) => englishIn(ruleText({ rule: id, says }, 'zh')).length > 0);

  expect(rules.length).toBeGreaterThan(80);
  expect(untold).toEqual([]);
  expect(ruleText({ rule: 'quota', says: 'is about quotas' }, 'en')).toBe('is about quotas');
});

it('has every phrase of a summary in both languages', () => {
  const keys = ({ en, zh }: typeof phrases) =>
    [en, zh].map((each) =>
      leavesOf(each)
        .map(([path]) => path)
        .sort(),
    );
  const [english, chinese] = keys(phrases);

  expect(english?.length).toBeGreaterThan(20);
  expect(chinese).toEqual(english);
});
