import { ActivityType, type PresenceData } from 'discord.js';
import { type Instant, MINUTE } from '../domain/moment.ts';

/** How reading goes, as one line can say it. */
interface PresenceStatus {
  sources: number;
  /** How many of them are read at present. */
  reading: number;
  lastReadAt: Instant | null;
  /** Short English names of the authorities that nobody covers. */
  blind: readonly string[];
  /** Whether a Source is in trouble. */
  degraded: boolean;
}

/** "8 sources · read 1 min ago", "degraded: 7 of 8 sources · …"; "blind: China" outdoes them. */
export function presenceText(status: PresenceStatus, now: Instant): string {
  const { sources, reading, lastReadAt, blind, degraded } = status;
  if (blind.length > 0) return `blind: ${blind.join(', ')}`;
  const all = `${sources} ${sources === 1 ? 'source' : 'sources'}`;
  const count = degraded ? `degraded: ${reading} of ${all}` : all;
  return lastReadAt === null ? `${count} · first read under way` : `${count} · read ${ago(now - lastReadAt)}`;
}

/** Green while all is well, yellow when degraded, red when blind. */
export function presenceOf(status: PresenceStatus, now: Instant): PresenceData {
  const text = presenceText(status, now);
  const colour = status.blind.length > 0 ? 'dnd' : status.degraded ? 'idle' : 'online';
  return { status: colour, activities: [{ name: text, state: text, type: ActivityType.Custom }] };
}

/** Shows a presence only when it is another than the last. */
export class PresenceLine {
  readonly #show: (presence: PresenceData) => void;
  #shown = '';

  constructor(show: (presence: PresenceData) => void) {
    this.#show = show;
  }

  update(presence: PresenceData): void {
    const text = JSON.stringify(presence);
    if (text !== this.#shown) this.#show(presence);
    this.#shown = text;
  }

  /** A connection begun anew shows nothing until it is told to. */
  forget(): void {
    this.#shown = '';
  }
}

function ago(duration: number): string {
  const minutes = Math.floor(duration / MINUTE);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}
