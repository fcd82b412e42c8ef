import { ActivityType, type PresenceData } from 'discord.js';
import { type Instant, MINUTE } from '../domain/moment.ts';

/** How reading goes, as one line can say it. */
interface PresenceStatus {
  sources: number;
  lastReadAt: Instant | null;
  /** Short English names of the authorities that nobody covers. */
  blind: readonly string[];
  /** Whether a Source is in trouble. */
  degraded: boolean;
}

/** "8 sources · read 1 min ago"; "blind: China" outdoes it. */
export function presenceText({ sources, lastReadAt, blind }: PresenceStatus, now: Instant): string {
  if (blind.length > 0) return `blind: ${blind.join(', ')}`;
  const count = `${sources} ${sources === 1 ? 'source' : 'sources'}`;
  return lastReadAt === null ? `${count} · first read under way` : `${count} · read ${ago(now - lastReadAt)}`;
}

/** Green while all is well, yellow when degraded, red when blind. */
export function presenceOf(status: PresenceStatus, now: Instant): PresenceData {
  const text = presenceText(status, now);
  const colour = status.blind.length > 0 ? 'dnd' : status.degraded ? 'idle' : 'online';
  return { status: colour, activities: [{ name: text, state: text, type: ActivityType.Custom }] };
}

function ago(duration: number): string {
  const minutes = Math.floor(duration / MINUTE);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}
