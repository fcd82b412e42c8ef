import type { Action } from '../../domain/facts.ts';
import type { Measure, MeasureInForce } from '../../domain/measure.ts';
import type { Day } from '../../domain/moment.ts';
import { statusOn } from './status.ts';

/** What binds an exporter: an easing that goes on is no news beside a suspension. */
const binding: ReadonlySet<Action> = new Set(['new_control', 'deny', 'procedure']);

/** A measure as a line tells it; null where it binds no exporter, or is not in force on that day. */
export function inForceOn(measure: Measure, on: Day): MeasureInForce | null {
  const { action, goods, destinations } = measure;
  if (!binding.has(action)) return null;
  const { whole, sections } = statusOn(measure, on, on);
  if (whole.state !== 'in-force') return null;
  return {
    ...{ action, goods, destinations },
    announcementNo: measure.notice.announcementNo,
    since: whole.since,
    sinceStated: whole.sinceStated,
    except: sections.filter(({ state }) => state.state !== 'in-force').map(({ section }) => section),
  };
}
