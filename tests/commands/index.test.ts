import { expect, it } from 'vitest';
import { commands, controls } from '../../commands/index.ts';

/** Every description and name that Discord shows, wherever it stands in a command. */
function described(part: object): { name: string; description_localizations?: object | null }[] {
  const here = 'description' in part && 'name' in part ? [part as { name: string }] : [];
  const inside = 'options' in part && Array.isArray(part.options) ? part.options.flatMap(described) : [];
  return [...here, ...inside];
}

it.each(commands.map((command) => [command.data.name, command] as const))(
  'describes /%s and all its options in Chinese too',
  (_name, { data }) => {
    for (const { name, description_localizations: localised } of described(data.toJSON())) {
      expect(Object.keys(localised ?? {}), name).toEqual(['zh-CN', 'zh-TW']);
    }
  },
);

it.each(['buttons', 'menus', 'forms'] as const)('gives all %s names of their own', (kind) => {
  const names = [controls, ...commands].flatMap((each) => Object.keys(each[kind] ?? {}));

  expect(new Set(names).size).toBe(names.length);
});

it('hides what configures from members who may not manage the server', () => {
  const manageServer = '32';
  for (const { data, configures } of commands) {
    expect(data.toJSON().default_member_permissions ?? null, data.name).toBe(
      configures === true ? manageServer : null,
    );
  }
});
