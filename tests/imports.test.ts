import { globSync, readFileSync } from 'node:fs';
import { dirname, normalize, posix, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = normalize(`${import.meta.dirname}/..`);

const below = {
  'src/domain': [],
  'src/ops': ['src/domain'],
  'src/understand': ['src/domain'],
  'src/fetch': ['src/domain', 'src/ops'],
  'src/sources': ['src/domain', 'src/understand', 'src/fetch', 'src/ops'],
  'src/store': ['src/domain', 'src/understand', 'src/ops'],
  'src/discord': ['src/domain', 'src/understand', 'src/ops'],
  'src/model': ['src/domain', 'src/understand', 'src/fetch', 'src/ops'],
  'src/pipeline': [
    'src/domain',
    'src/understand',
    'src/fetch',
    'src/sources',
    'src/store',
    'src/model',
    'src/ops',
  ],
};
const folders = Object.keys(below);
const everything = [...folders, 'commands', 'src/cli', 'src/outlets', 'src'];

/** Which folders of ours a folder may import; `src` are the files that put everything together. */
const allowed: Record<string, readonly string[]> = {
  ...below,
  commands: folders,
  'src/cli': everything,
  'src/outlets': everything,
  src: everything,
  demo: everything,
  // Shows the real bot to people, as tests show it to programs: in the same Discord, before the same ministries.
  preview: [...everything, 'demo', 'tests/fakes'],
};

/** Paths relative to the project, with `/`. */
const files = globSync('{src,commands,demo,preview}/**/*.ts', { cwd: root }).map((file) =>
  file.replaceAll(sep, '/'),
);
const textOf = new Map(files.map((file) => [file, readFileSync(`${root}/${file}`, 'utf8')]));

const statements = [
  /^import\s+(?:type\s+)?[\w*{][^;'"]*?\sfrom\s+['"]([^'"]+)['"]/gm,
  /^export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"]([^'"]+)['"]/gm,
  /^import\s+['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
];

/** What a text imports, as written. */
function importsIn(text: string): string[] {
  return statements.flatMap((statement) => [...text.matchAll(statement)].flatMap(([, from]) => from ?? []));
}

/** The files of the project that one of them imports. */
function ownImports(file: string): string[] {
  return importsIn(textOf.get(file) ?? '')
    .filter((from) => from.startsWith('.'))
    .map((from) => posix.join(dirname(file), from));
}

/** `src/store` for a file in or below it, `tests/fakes` likewise; `src`, `commands`, `demo` and `preview` for theirs. */
function folderOf(file: string): string {
  const [top = '', second = '', third] = file.split('/');
  return ['src', 'tests'].includes(top) && third !== undefined ? `${top}/${second}` : top;
}

const mayImport = (file: string, target: string) =>
  folderOf(file) === folderOf(target) || (allowed[folderOf(file)]?.includes(folderOf(target)) ?? false);

/** The first cycle met, as a chain that ends where it begins. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of graph.get(file) ?? []) {
      const cycle = visit(target, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return null;
}

describe('this test', () => {
  test('reads the files of every folder it has a rule for, and no others', () => {
    expect(new Set(files.map(folderOf))).toEqual(new Set(Object.keys(allowed)));
  });

  test('finds the imports that there are', () => {
    const found = files.flatMap(ownImports);

    expect(found.length).toBeGreaterThan(files.length);
    expect(
      found.filter((file) => file.endsWith('.ts') && !file.startsWith('tests/') && !textOf.has(file)),
    ).toEqual([]);
  });

  test('sees every way to import', () => {
    const text = [
      "import { type A, b } from './a.ts';",
      "import type {\n  C,\n  D,\n} from './b.ts';",
      "import * as e from './c.ts';",
      "import './d.ts';",
      "export { f } from './e.ts';",
      "export type { G } from './f.ts';",
      "export * from './g.ts';",
      "export * as h from './h.ts';",
      "const i = await import('./i.ts');",
      "export const from = 'not from'; // taken from './j.ts'",
    ].join('\n');

    expect(importsIn(text).sort()).toEqual([...'abcdefghi'].map((name) => `./${name}.ts`));
  });

  test.each([
    ['src/domain/a.ts', 'src/ops/b.ts', false],
    ['src/domain/a.ts', 'src/domain/b/c.ts', true],
    ['src/understand/facts/a.ts', 'src/domain/b.ts', true],
    ['src/store/a.ts', 'src/sources/b.ts', false],
    ['src/pipeline/a.ts', 'commands/b.ts', false],
    ['commands/a.ts', 'src/main.ts', false],
    ['commands/a.ts', 'src/store/b.ts', true],
    ['src/main.ts', 'commands/b.ts', true],
    ['src/main.ts', 'demo/b.ts', false],
    ['src/cli.ts', 'tests/b.ts', false],
    ['demo/a.ts', 'src/main.ts', true],
    ['demo/a.ts', 'tests/b.ts', false],
    ['demo/a.ts', 'preview/b.ts', false],
    ['preview/a.ts', 'tests/fakes/b.ts', true],
    ['preview/a.ts', 'tests/commands/b.ts', false],
  ])('judges that %s imports %s: %s', (file, target, verdict) => {
    expect(mayImport(file, target)).toBe(verdict);
  });

  test('sees a cycle', () => {
    const graph = new Map([
      ['a', ['b', 'c']],
      ['b', ['c']],
      ['c', ['d']],
      ['d', ['b']],
    ]);

    expect(findCycle(graph)).toEqual(['b', 'c', 'd', 'b']);
    expect(
      findCycle(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['c']],
        ]),
      ),
    ).toBeNull();
  });
});

test('imports point one way', () => {
  const wrong = files.flatMap((file) =>
    ownImports(file).flatMap((target) => (mayImport(file, target) ? [] : `${file} imports ${target}`)),
  );

  expect(wrong).toEqual([]);
});

test('no file imports itself by way of others', () => {
  expect(findCycle(new Map(files.map((file) => [file, ownImports(file)])))).toBeNull();
});

describe.each([
  ['the environment', /\bprocess\.env\b/, ['src/main.ts', 'src/cli.ts', 'demo/main.ts'], []],
  ["the machine's time", /\bDate\.now\(\)|\bnew Date\(\)/, ['src/ops/clock.ts'], ['demo']],
] as const)('%s', (_, pattern, places, exempt) => {
  const used = files.filter((file) => pattern.test(textOf.get(file) ?? ''));

  test('is asked for somewhere', () => {
    expect(used.length).toBeGreaterThan(0);
  });

  test('is asked for in its own place only', () => {
    const elsewhere = used.filter(
      (file) =>
        !(places as readonly string[]).includes(file) &&
        !(exempt as readonly string[]).includes(folderOf(file)),
    );

    expect(elsewhere).toEqual([]);
  });
});
