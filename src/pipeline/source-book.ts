import type { Instant } from '../domain/moment.ts';
import type { Names, Source } from '../domain/source.ts';
import { meet } from '../sources/known.ts';
import {
  addedSources,
  deleteAddedSource,
  saveAddedSource,
  updateAddedSource,
} from '../store/added-sources.ts';
import { type Adjustment, adjustments, adjustSource } from '../store/adjustments.ts';
import type { Db } from '../store/schema.ts';
import { disableSource, enableSource } from '../store/sources.ts';
import { replaceSource } from '../store/subscriptions.ts';

/** Who adds a Source: Discord's ids of a person and of a server. */
export interface Adder {
  addedBy: string;
  guildId: string;
}

/**
 * The Sources that are read, and how admins change them while the bot runs. Whoever polls looks them up here, so
 * that a change needs no restart.
 */
export class SourceBook {
  readonly #db: Db;
  readonly #sources: Map<string, Source>;
  readonly #added: Set<string>;
  /** As they were chosen of the catalogue, before admins have changed anything of them. */
  readonly #chosen: ReadonlyMap<string, Source>;
  /** Ids of added Sources that this version cannot read. */
  readonly unusable: readonly string[];

  private constructor(
    db: Db,
    chosen: readonly Source[],
    adjusted: ReadonlyMap<string, Adjustment>,
    { added, unusable }: Awaited<ReturnType<typeof addedSources>>,
  ) {
    this.#db = db;
    this.#chosen = new Map(chosen.map((source) => [source.id, source]));
    this.#added = new Set(added.map(({ source }) => source.id));
    this.#sources = new Map();
    this.unusable = unusable;
    for (const source of chosen) {
      const adjustment = adjusted.get(source.id);
      if (adjustment) this.#put(adjustedSource(source, adjustment));
      else this.#sources.set(source.id, source);
    }
    for (const { source } of added) this.#put(source);
  }

  /** @param chosen - Of the catalogue; what admins have added comes after it. */
  static async open(db: Db, chosen: readonly Source[]): Promise<SourceBook> {
    return new SourceBook(db, chosen, await adjustments(db), await addedSources(db));
  }

  #put(source: Source): void {
    meet(source);
    this.#sources.set(source.id, source);
  }

  /** Those that are read or paused, by id. */
  get all(): ReadonlyMap<string, Source> {
    return this.#sources;
  }

  isAdded(id: string): boolean {
    return this.#added.has(id);
  }

  /** From now on the Source is read: its first poll is a baseline, unless it was read before. */
  async add(source: Source, adder: Adder, now: Instant): Promise<void> {
    await saveAddedSource(this.#db, { source, ...adder, addedAt: now });
    await enableSource(this.#db, source, now);
    this.#put(source);
    this.#added.add(source.id);
  }

  /** Puts another definition in the place of an added Source's. @returns whether there was one of its id. */
  async change(source: Source): Promise<boolean> {
    if (!this.isAdded(source.id) || !(await updateAddedSource(this.#db, source))) return false;
    this.#put(source);
    return true;
  }

  /**
   * Calls a Source of the catalogue otherwise from now on, or has it read more or less often; what is as the catalogue
   * has it goes on following the catalogue. @returns whether there is such a Source.
   */
  async adjust(id: string, { name, cadence }: Pick<Source, 'name' | 'cadence'>): Promise<boolean> {
    const chosen = this.#chosen.get(id);
    if (!chosen || this.isAdded(id)) return false;
    const sameName = name.en === chosen.name.en && name.zh === chosen.name.zh;
    const adjustment = {
      name: sameName ? null : name,
      cadence: cadence === chosen.cadence ? null : cadence,
    };
    if (!(await adjustSource(this.#db, id, adjustment))) return false;
    this.#put(adjustedSource(chosen, adjustment));
    return true;
  }

  /** What the catalogue calls a Source of its own, whatever an admin calls it. */
  nameInCatalogue(id: string): Names | undefined {
    return this.#chosen.get(id)?.name;
  }

  /**
   * Reads an added Source at another address from now on. That is another Source: its first poll is a baseline, and
   * what was read of the old one stays as it is. Subscriptions to the old one are to the new one then.
   */
  async move(id: string, source: Source, adder: Adder, now: Instant): Promise<void> {
    await this.add(source, adder, now);
    await replaceSource(this.#db, id, source.id);
    await this.remove(id);
  }

  /** Takes back what {@link add} did; of the catalogue nothing is removed. @returns whether there was one. */
  async remove(id: string): Promise<boolean> {
    if (!this.isAdded(id) || !(await deleteAddedSource(this.#db, id))) return false;
    await disableSource(this.#db, id, null);
    this.#sources.delete(id);
    this.#added.delete(id);
    return true;
  }

  /** @returns whether there is such a Source. */
  async pause(id: string, now: Instant): Promise<boolean> {
    if (!this.#sources.has(id)) return false;
    await disableSource(this.#db, id, now);
    return true;
  }

  /** @returns whether there is such a Source. */
  async resume(id: string, now: Instant): Promise<boolean> {
    const source = this.#sources.get(id);
    if (!source) return false;
    await enableSource(this.#db, source, now);
    return true;
  }
}

function adjustedSource(source: Source, { name, cadence }: Adjustment): Source {
  return { ...source, name: name ?? source.name, cadence: cadence ?? source.cadence };
}
