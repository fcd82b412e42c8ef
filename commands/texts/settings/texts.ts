/** What a server has chosen for all of its channels. */
export interface SettingsTexts {
  title: string;
  zone: string;
  /** Behind the zone; `now` is the time there. */
  zoneNow(now: string): string;
  askers: string;
  everyone: string;
  goneRole: string;
  language: string;
  /** The channel that is told how the sources do. */
  ops: string;
  none: string;
  /** Markdown; the channel cannot be written in. `names` are the missing switches. */
  opsMissing(channel: string, names: string[]): string;
  opsNotHere: string;
  /** What none of it changes. */
  footer: string;
  menus: { askers: string; ops: string };
  /** At most 45 characters, as all labels of forms. */
  zoneForm: { title: string; label: string; hint: string };
  unknownZone(written: string): string;
}
