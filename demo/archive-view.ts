import type { AlertBody } from '../src/domain/alert.ts';
import { fromJson } from '../src/store/columns.ts';
import type { Db } from '../src/store/schema.ts';

/** What the program has done, read from its database beside it. */
export class ArchiveView {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Whether every Source has been read, and every article behind it that is there. */
  async settled(): Promise<boolean> {
    const sources = await this.#db
      .selectFrom('sources')
      .select('baselineAt')
      .where('enabled', '=', 1)
      .execute();
    const pending = await this.#db
      .selectFrom('items')
      .select('id')
      .where('body', '=', 'pending')
      .where('failedReads', '=', 0)
      .execute();
    return (
      sources.length > 0 && sources.every(({ baselineAt }) => baselineAt !== null) && pending.length === 0
    );
  }

  async count(table: 'items' | 'stories'): Promise<number> {
    const row = await this.#db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return row.count;
  }

  /** Whether the article at an address has been read. */
  async hasRead(url: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('items')
      .select('id')
      .where('url', '=', url)
      .where('body', '=', 'read')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Messages that were delivered, in order. */
  async told(kind?: AlertBody['kind']): Promise<{ body: AlertBody; settledAt: number }[]> {
    const rows = await this.#db
      .selectFrom('deliveries')
      .innerJoin('alerts', 'alerts.id', 'deliveries.alertId')
      .select(['alerts.body', 'deliveries.settledAt'])
      .where('deliveries.state', '=', 'sent')
      .$if(kind !== undefined, (query) => query.where('alerts.kind', '=', kind as AlertBody['kind']))
      .orderBy('deliveries.seq')
      .execute();
    return rows.map(({ body, settledAt }) => ({ body: fromJson(body), settledAt: settledAt ?? 0 }));
  }

  /** Messages that were not delivered: waiting, refused or of unknown outcome. */
  async undelivered(): Promise<number> {
    const rows = await this.#db.selectFrom('deliveries').select('id').where('state', '!=', 'sent').execute();
    return rows.length;
  }
}
