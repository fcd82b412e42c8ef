import { readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '../commands/index.ts';
import { pictures } from '../preview/pictures.ts';
import { neededPermissions } from '../src/discord/permissions.ts';
import { actions } from '../src/domain/facts.ts';

const readme = readFileSync('README.md', 'utf8');
const words = readFileSync('docs/words.md', 'utf8');
const Package = z.object({ scripts: z.record(z.string(), z.string()) });
const { scripts } = Package.parse(JSON.parse(readFileSync('package.json', 'utf8')));

it('names every slash command, and no other', () => {
  const named = [...readme.matchAll(/`\/([a-z]+)[ `]/g)].map(([, name]) => name);

  expect(new Set(named)).toEqual(new Set(commands.map(({ data }) => data.name)));
});

it('names every permission that the invite link asks for', () => {
  for (const { name } of neededPermissions) expect(readme).toContain(name.en);
});

it('names only scripts that exist', () => {
  const named = [...readme.matchAll(/npm run (?:-s )?([a-z]+)/g)].map(([, name]) => name ?? '');

  expect(named).not.toHaveLength(0);
  for (const name of named) expect(Object.keys(scripts)).toContain(name);
});

it('names every terminal command, and no other', () => {
  const cli = readFileSync('src/cli.ts', 'utf8');
  const defined = [...cli.matchAll(/\.command\('([a-z]+)'\)/g)].map(([, name]) => name);
  const table = readme.slice(readme.indexOf('| in a terminal'), readme.indexOf('## How it works'));
  const named = [...table.matchAll(/^\| `([a-z]+)/gm)].map(([, name]) => name);

  expect(defined).not.toHaveLength(0);
  expect(new Set(named)).toEqual(new Set(defined));
});

it('shows every picture that the preview takes, small, and says what is on it', () => {
  const shown = [...readme.matchAll(/!\[([^\]]+)\]\(docs\/pictures\/([^)]+)\)/g)];

  expect(shown.map(([, , name]) => name).sort()).toEqual(pictures.map(({ name }) => name).sort());
  for (const [, alt = '', name] of shown) {
    expect(alt.length, name).toBeGreaterThan(15);
    expect(statSync(`docs/pictures/${name}`).size, name).toBeLessThan(150_000);
  }
});

it('explains every action', () => {
  for (const action of actions) expect(words).toContain(`| \`${action}\` |`);
});
