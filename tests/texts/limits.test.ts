import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { texts as commandTexts } from '../../commands/texts/index.ts';
import { texts as messageTexts } from '../../src/discord/render/texts/index.ts';
import { samplesOf } from './samples.ts';

/** A command, or any part of one, as Discord is told of it. */
interface Part {
  name: string;
  description?: string;
  name_localizations?: Record<string, string> | null;
  description_localizations?: Record<string, string> | null;
  options?: Part[];
  choices?: (Part & { value: string | number })[];
}

const chinese = ['zh-CN', 'zh-TW'];

/** Every command, subcommand and option, by its path: "watch add goods". */
function partsOf(part: Part, above = ''): [path: string, part: Part][] {
  const path = `${above} ${part.name}`.trim();
  return [[path, part], ...(part.options ?? []).flatMap((option) => partsOf(option, path))];
}

const parts = commands.flatMap(({ data }) => partsOf(data.toJSON() as Part));
const choices = parts.flatMap(([path, { choices = [] }]) =>
  choices.map((choice): [string, Part] => [`${path} = ${choice.name}`, choice]),
);

describe('commands', () => {
  it('are there, and some have choices', () => {
    expect(parts.length).toBeGreaterThan(50);
    expect(choices.length).toBeGreaterThan(10);
  });

  it.each(parts)(
    '/%s is described in English and both ways of writing Chinese, within 100 characters',
    (_, part) => {
      const { description = '', description_localizations: others } = part;

      expect(Object.keys(others ?? {}).sort()).toEqual(chinese);
      for (const text of [description, ...Object.values(others ?? {})]) {
        expect(text.trim()).not.toBe('');
        expect([...text].length).toBeLessThanOrEqual(100);
      }
      expect(description).not.toMatch(/\p{Script=Han}/u);
      for (const text of Object.values(others ?? {})) expect(text).toMatch(/\p{Script=Han}/u);
    },
  );

  it.each(parts)('/%s has a name that can be typed, within 32 characters', (_, { name }) => {
    expect(name).toMatch(/^[a-z][a-z-]{0,31}$/);
  });

  it.each(choices)('%s is offered in Chinese too', (_, { name, name_localizations: others }) => {
    const same = Object.values(commandTexts.en.watch.languages).includes(name);
    expect([...name].length).toBeLessThanOrEqual(100);
    if (same) return;
    expect(Object.keys(others ?? {}).sort()).toEqual(chinese);
    for (const text of Object.values(others ?? {})) expect([...text].length).toBeLessThanOrEqual(100);
  });

  it('are written in Traditional Chinese where they say so', () => {
    const simplified = /[这项许请读为频历显随]/u;
    const wrong = [...parts, ...choices].filter(
      ([, { description_localizations: a, name_localizations: b }]) =>
        simplified.test(`${a?.['zh-TW'] ?? ''}${b?.['zh-TW'] ?? ''}`),
    );

    expect(wrong.map(([path]) => path)).toEqual([]);
  });
});

/** The labels of buttons, by where they stand; a phone shows some 25 characters of one. */
const labels = [commandTexts, messageTexts].flatMap((texts) =>
  Object.entries(texts).flatMap(([language, text]) =>
    labelsIn(text).map(([path, label]): [string, string] => [`${language} ${path}`, label]),
  ),
);

/** What is pressed is told by its key. */
function labelsIn(text: object, above = ''): [string, string][] {
  const keys =
    /^(?:newer|older|shareHere|sources|back|further|before|after|remove|send|delete|save|look|open|button|official|why|list|status|allKinds|everything|only\.\w+)$/;
  return Object.entries(text).flatMap(([key, value]): [string, string][] => {
    const path = above ? `${above}.${key}` : key;
    if (typeof value === 'object' && value !== null) return labelsIn(value, path);
    const isLabel = keys.test(key) || keys.test(path.split('.').slice(-2).join('.'));
    return isLabel ? samplesOf(value).map((label) => [path, label]) : [];
  });
}

it('has labels of buttons', () => {
  expect(labels.length).toBeGreaterThan(40);
});

it.each(labels)('the button %s (%s) fits a phone', (_, label) => {
  expect([...label].length).toBeLessThanOrEqual(25);
});
