import { z } from 'zod';
import { archivedNotices, lastReadOn } from '../../src/store/notices.ts';
import { asRead, type Read, type RegisterReport, reportOn } from '../../src/understand/register/report.ts';
import type { CommandContext } from '../command.ts';

/** What was asked and which page is shown: kept among the cursors. */
export const Asked = z.object({
  goods: z.array(z.string()),
  code: z.string().nullable(),
  on: z.string(),
  page: z.number(),
});
export type Asked = z.infer<typeof Asked>;

/** What the register answers, and what it is made from; null where no Source was read yet. */
export async function reportFor(
  asked: Asked,
  { db }: CommandContext,
): Promise<{ report: RegisterReport; read: Read; readOn: string } | null> {
  const readOn = await lastReadOn(db);
  if (readOn === null) return null;
  const read = asRead(await archivedNotices(db));
  return { report: reportOn(read, { ...asked, lastReadOn: readOn }), read, readOn };
}
