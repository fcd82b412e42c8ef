import type { Instant } from '../domain/moment.ts';
import type { Source } from '../domain/source.ts';
import { meet } from '../sources/known.ts';
import {
  addedSources,
  deleteAddedSource,
  saveAddedSource,
  updateAddedSource,
} from '../store/added-sources.ts';
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
  /** Ids of added Sources that this version cannot read. */
  readonly unusable: readonly string[];

  private constructor(db: Db, sources: Map<string, Source>, added: Set<string>, unusable: string[]) {
    this.#db = db;
    this.#sources = sources;
    this.#added = added;
    this.unusable = unusable;
  }

  /** @param chosen - Of the catalogue; what admins have added comes after it. */
  static async open(db: Db, chosen: readonly Source[]): Promise<SourceBook> {
    const { added, unusable } = await addedSources(db);
    const sources = new Map(chosen.map((source) => [source.id, source]));
    for (const { source } of added) {
      meet(source);
      sources.set(source.id, source);
    }
    return new SourceBook(db, sources, new Set(added.map(({ source }) => source.id)), unusable);
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
    meet(source);
    this.#sources.set(source.id, source);
    this.#added.add(source.id);
  }

  /** Puts another definition in the place of an added Source's. @returns whether there was one of its id. */
  async change(source: Source): Promise<boolean> {
    if (!this.isAdded(source.id) || !(await updateAddedSource(this.#db, source))) return false;
    meet(source);
    this.#sources.set(source.id, source);
    return true;
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
