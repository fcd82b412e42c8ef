import { describe, expect, it } from 'vitest';
import type { Notice } from '../../src/domain/measure.ts';
import { noteOnEasing, noteOnGoods } from '../../src/understand/register/note.ts';
import { archive, notice, partial, spring, suspension } from './register.samples.ts';

const authorityId = 'xx-ministry';
const onGoods = (goods: string[], notices: Notice[] = archive, on = '2031-12-01') =>
  noteOnGoods({ authorityId, goods }, notices, on);
const numbers = (note: ReturnType<typeof onGoods>) =>
  note?.measures.map(({ announcementNo }) => announcementNo);

describe('beside what is told of goods', () => {
  it('stand the measures in force that name them', () => {
    expect(onGoods(['terbium'])).toEqual({
      about: 'on-its-goods',
      measures: [
        {
          announcementNo: 'No. 18 of 2031',
          action: 'new_control',
          goods: ['samarium', 'terbium'],
          destinations: [],
          since: '2031-04-04',
          sinceStated: true,
          except: [],
        },
      ],
      more: 0,
      notRead: [],
    });
  });

  it.each<[string, string[], string, string[] | undefined]>([
    ['whose family is spoken of', ['rare earths'], '2031-12-01', ['No. 18 of 2031']],
    ['which are not suspended on that day', ['holmium'], '2031-12-01', undefined],
    ['which are in force by then', ['terbium'], '2031-04-03', undefined],
    ['which are on these elements, and not on their kin', ['lutetium'], '2031-12-01', undefined],
    ['of which a part is held', ['gallium'], '2031-12-01', ['No. 46 of 2030']],
  ])('%s', (_, goods, on, found) => {
    expect(numbers(onGoods(goods, archive, on))).toEqual(found);
  });

  it('says which part is not in force', () => {
    expect(onGoods(['gallium'])?.measures[0]).toMatchObject({ except: ['§2'], sinceStated: false });
  });

  it('stands nothing where the register is empty, or holds nothing on them', () => {
    expect(onGoods(['terbium'], [])).toBeNull();
    expect(onGoods(['cotton'])).toBeNull();
  });

  it('are the newest four, and how many more there are', () => {
    const more = [1, 2, 3, 4].map((number) =>
      notice(`${number}/2031`, `2031-05-0${number}`, { facts: { goods: ['terbium'] } }),
    );

    expect(onGoods(['terbium'], [...archive, ...more])).toMatchObject({ measures: { length: 4 }, more: 1 });
    expect(numbers(onGoods(['terbium'], [...archive, ...more]))?.[0]).toBe('No. 4 of 2031');
  });
});

describe('beside a notice that eases', () => {
  const beside = (acting: Notice, notices: Notice[]) => noteOnEasing(acting, notices, '2031-11-09');

  it('stands what it passes over', () => {
    const note = beside(suspension, archive);

    expect(note).toMatchObject({ about: 'not-named', notRead: [] });
    expect(numbers(note)).toEqual(['No. 18 of 2031']);
  });

  it('stands what it acts on and was not read; what it only names is left out', () => {
    const without = archive.filter(({ announcementNo }) => announcementNo !== 'No. 62 of 2031');

    expect(beside(suspension, without)).toMatchObject({ notRead: ['No. 62 of 2031'] });
  });

  it('stands nothing where the register holds nothing but itself', () => {
    expect(beside(suspension, [suspension])).toBeNull();
    expect(beside(partial, [partial, spring])).toBeNull();
  });
});
