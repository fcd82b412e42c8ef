import { describe, expect, it } from 'vitest';
import { styleOf } from '../../src/ops/style.ts';

const terminal = { isTTY: true };
const pipe = {};
const TERM = 'xterm-256color';

describe('colours and links are shown', () => {
  it.each([
    ['in a terminal', terminal, { TERM }, true],
    ['not in a pipe or a file', pipe, { TERM }, false],
    ['not in a terminal that has no colours', terminal, { TERM: 'dumb' }, false],
    ['not in a terminal where NO_COLOR asks for none', terminal, { TERM, NO_COLOR: '1' }, false],
    ['in a pipe where FORCE_COLOR asks for them', pipe, { TERM, FORCE_COLOR: '1' }, true],
    ['not where FORCE_COLOR is 0', terminal, { TERM, FORCE_COLOR: '0' }, false],
    ['not where both are asked for', terminal, { TERM, FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('%s', (_, stream, env, shown) => {
    expect(styleOf(stream, env)).toEqual({ colour: shown, links: shown });
  });
});
