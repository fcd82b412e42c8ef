import type { ApplicationCommandOptionChoiceData } from 'discord.js';
import type { Language } from '../../src/domain/source.ts';
import { archivedNotices } from '../../src/store/notices.ts';
import type { Db } from '../../src/store/schema.ts';
import { dayText } from '../../src/understand/phrases/days.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import { noticeText } from '../../src/understand/phrases/notice.ts';
import { registerOf } from '../../src/understand/register/register.ts';
import { asRead } from '../../src/understand/register/report.ts';
import { daysTyped } from '../../src/understand/typed-dates.ts';
import { goodsOrTitle } from './lines.ts';

type Choices = ApplicationCommandOptionChoiceData<string>[];

const MOST_CHOICES = 25;
const LONGEST_CHOICE = 100;

/** Codes that the register knows, with what they stand for there: "1C902 · Sm · No. 18 of 2025". */
export async function completeCode(typed: string, db: Db, language: Language): Promise<Choices> {
  const plain = (code: string) =>
    code
      .normalize('NFKC')
      .replaceAll(/[\s.-]/g, '')
      .toUpperCase();
  const choices = new Map<string, string>();
  for (const measure of await measuresRead(db)) {
    const { controlCodes, hsCodes, notice } = measure;
    const about = `${goodsOrTitle(measure, language)} · ${noticeText(notice.announcementNo, language)}`;
    for (const code of [...controlCodes, ...hsCodes]) {
      if (plain(code).startsWith(plain(typed)) && !choices.has(code)) choices.set(code, `${code} · ${about}`);
    }
  }
  return [...choices]
    .slice(0, MOST_CHOICES)
    .map(([value, name]) => ({ name: cut(name, LONGEST_CHOICE), value }));
}

/** The day that is typed, and the stated ends of what is suspended, the furthest first. */
export async function completeDay(typed: string, db: Db, language: Language): Promise<Choices> {
  const written = daysTyped(typed)?.first;
  const ends = new Map<string, string>();
  for (const { holds, terms } of await measuresRead(db)) {
    for (const { until, by } of [...holds, ...terms]) {
      if (until) ends.set(until, noticeText(by.announcementNo, language));
    }
  }
  const stated = [...ends]
    .toSorted(([one], [other]) => other.localeCompare(one))
    .map(([on, notice]) => ({ name: `${dayText(on, language)} · ${notice}`, value: on }))
    .filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed.toLowerCase()));
  const own = written ? [{ name: dayText(written, language), value: written }] : [];
  return [...own, ...stated.filter(({ value }) => value !== written)].slice(0, MOST_CHOICES);
}

async function measuresRead(db: Db) {
  const { notices, statements } = asRead(await archivedNotices(db));
  return registerOf(notices, statements);
}
