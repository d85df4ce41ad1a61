import type {
  Erasure,
  ErasureOrder,
  ErasureProgress,
  ErasureQuery,
  Erasures,
} from '../../src/use-cases/privacy/erasures.port.ts';

/** A ledger over a map, of people with so many batches of records each. */
export class InMemoryErasures implements Erasures {
  readonly batches = new Map<string, number>();
  /** Of whom a file is still there. */
  readonly withFiles = new Set<string>();
  private readonly rows = new Map<string, Erasure>();

  async open(order: ErasureOrder): Promise<Erasure> {
    const row = this.rows.get(order.personId) ?? { ...order, completedAt: null, counts: {} };
    this.rows.set(order.personId, row);
    return row;
  }

  async find(personId: string): Promise<Erasure | null> {
    return this.rows.get(personId) ?? null;
  }

  async advance(personId: string, now: Date): Promise<ErasureProgress> {
    const left = this.batches.get(personId) ?? 0;
    if (left > 0) this.batches.set(personId, left - 1);
    if (left > 0) return 'more';
    if (this.withFiles.has(personId)) return 'waiting';
    const row = this.rows.get(personId);
    if (row) this.rows.set(personId, { ...row, completedAt: now });
    return 'complete';
  }

  async reopen(since: Date): Promise<number> {
    const back = [...this.rows.values()].filter(
      ({ personId, requestedAt }) => requestedAt >= since && (this.batches.get(personId) ?? 0) > 0,
    );
    for (const row of back) this.rows.set(row.personId, { ...row, completedAt: null });
    return back.length;
  }

  async list({ since, onlyOpen, after, limit }: ErasureQuery): Promise<readonly Erasure[]> {
    const keyOf = ({ requestedAt, personId }: Pick<Erasure, 'requestedAt' | 'personId'>) =>
      `${requestedAt.toISOString()} ${personId}`;
    return [...this.rows.values()]
      .filter((row) => row.requestedAt >= since && (!onlyOpen || row.completedAt === null))
      .filter((row) => after === null || keyOf(row) > keyOf(after))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .slice(0, limit);
  }
}
