import type { AlertBody } from '../domain/alert.ts';
import type { EndNear, Reminder } from '../domain/measure.ts';
import type { Day, Instant } from '../domain/moment.ts';
import { dayOf, nextClockTime } from '../domain/schedule.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import { archivedNotices, lastReadOn, registerZone } from '../store/notices.ts';
import type { Db } from '../store/schema.ts';
import { storyById } from '../store/stories.ts';
import { registerOf } from '../understand/register/register.ts';
import { remindersOf } from '../understand/register/reminders.ts';
import { asRead } from '../understand/register/report.ts';
import { plusDays } from '../understand/register/runs.ts';
import type { NewAlert } from './alerts.ts';
import { fanOut } from './fan-out.ts';
import { viewOf } from './view.ts';

/** When desks begin their day where the register's days are counted. */
const remindAt = '09:00';

/** Where nothing ran on the day, the reminder a month before is worth having for so many days more. */
const overdue = 7;

/**
 * Tells of the stated ends that come near, each occasion once, however often it is called.
 *
 * @returns what was told, and how many Deliveries that makes.
 */
export async function remind(db: Db, now: Instant): Promise<{ alerts: AlertBody[]; deliveries: number }> {
  const today = dayOf(now, registerZone);
  const { notices, statements } = asRead(await archivedNotices(db));
  const due = remindersOf(registerOf(notices, statements), plusDays(today, -overdue)).filter((reminder) =>
    isDue(reminder, today),
  );
  if (due.length === 0) return { alerts: [], deliveries: 0 };

  const readOn = (await lastReadOn(db)) ?? today;
  return db.transaction().execute(async (tx) => {
    const alerts: NewAlert[] = [];
    for (const reminder of due) {
      const story = await storyById(tx, reminder.by.storyId);
      if (story.withdrawnAt !== null) continue;
      const { authorityId, announcementNo } = reminder.by;
      alerts.push({
        key: `reminder/${authorityId}/${announcementNo}/${reminder.statedEnd}/${reminder.occasion}`,
        body: { kind: 'reminder', view: await viewOf(tx, story), end: endNear(reminder, readOn) },
      });
    }
    return fanOut(tx, alerts, now);
  });
}

/** A notice says itself what is nearer than its publication. */
function isDue({ on, occasion, by }: Reminder, today: Day): boolean {
  return by.publishedOn < on && (on === today || (on < today && occasion === 'month-before'));
}

function endNear({ occasion, statedEnd, by, measures, statements }: Reminder, readOn: Day): EndNear {
  const own = measures.every(({ notice }) => notice.announcementNo === by.announcementNo);
  return {
    ...{ occasion, statedEnd, announcementNo: by.announcementNo },
    of: own ? 'term' : 'suspension',
    measures: measures.map(({ notice, goods, destinations }) => ({
      ...{ announcementNo: notice.announcementNo, goods, destinations },
    })),
    spoken: statements
      .toSorted((one, other) => other.publishedOn.localeCompare(one.publishedOn))
      .map(({ publishedOn, facts, title, url }) => ({
        on: publishedOn,
        until: facts.expiryDate,
        title,
        url,
      })),
    lastReadOn: readOn,
  };
}

/** Reminds at once, and every day at the same time, until the signal aborts. */
export async function runReminders(
  { db, clock, log }: { db: Db; clock: Clock; log: Log },
  { signal, onDeliveries }: { signal: AbortSignal; onDeliveries: () => void },
): Promise<void> {
  while (!signal.aborted) {
    const now = clock.now();
    try {
      const { alerts, deliveries } = await remind(db, now);
      if (alerts.length > 0) log.info({ alerts: alerts.length, deliveries }, 'reminded of stated ends');
      if (deliveries > 0) onDeliveries();
    } catch (error) {
      log.error({ err: error }, 'nobody could be reminded');
    }
    await clock.sleep(nextClockTime(remindAt, registerZone, now) - clock.now(), signal);
  }
}
