import type { Erasure, ErasureQuery, Erasures } from './erasures.port.ts';

const AT_ONCE = 500;

/** The ledger, for an operator who keeps it apart from the backups. */
export class ReadErasures {
  constructor(private readonly erasures: Pick<Erasures, 'list'>) {}

  async *run(query: Pick<ErasureQuery, 'since' | 'onlyOpen'>): AsyncGenerator<Erasure> {
    for (let after: Erasure | null = null; ;) {
      const page: readonly Erasure[] = await this.erasures.list({ ...query, after, limit: AT_ONCE });
      yield* page;
      after = page.at(-1) ?? null;
      if (page.length < AT_ONCE) return;
    }
  }
}
