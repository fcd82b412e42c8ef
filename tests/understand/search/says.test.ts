import { expect, it } from 'vitest';
import { says } from '../../../src/understand/search/says.ts';

const title = '關於對鎵、鍺相關物項實施出口管制的公告';
const quote = 'Exporters of magnets need a general licence.';

it.each([
  ['镓', true],
  ['锗 镓', true],
  ['gallium', true],
  ['稀土', false],
  ['MAGNET', true],
  ['general licence', true],
  ['licence general', true],
  ['"general licence"', true],
  ['"licence general"', false],
  ['ｇｅｎｅｒａｌ', true],
  ['gen', false],
  ['镓 magnets', true],
  ['镓 coal', false],
  ['…', false],
  ['', false],
])('%s', (written, said) => {
  expect(says([title, quote], written)).toBe(said);
});
