/** Who asked for it: she herself, whoever keeps the accounts, or an operator after a restore. */
export const ERASURE_SOURCES = ['person', 'event', 'operator'] as const;
export type ErasureSource = (typeof ERASURE_SOURCES)[number];

/** What the ledger says of one person. */
export interface Erasure {
  readonly personId: string;
  readonly source: ErasureSource;
  readonly requestedAt: Date;
  /** Null: something is left, and shown to nobody. */
  readonly completedAt: Date | null;
  /** What was forgotten, by what it is. */
  readonly counts: Readonly<Record<string, number>>;
}

export type ErasureOrder = Pick<Erasure, 'personId' | 'source' | 'requestedAt'>;

/** complete: nothing is left. waiting: only what others must take away first, such as files. */
export type ErasureProgress = 'more' | 'waiting' | 'complete';

export interface Erasures {
  /**
   * Notes it for ever and destroys her key, in one transaction, after all that she was writing. From then on she writes
   * nothing, and nobody is shown anything of hers. Repeated, it opens again what is not all gone.
   */
  open(order: ErasureOrder, now: Date): Promise<Erasure>;
  find(personId: string): Promise<Erasure | null>;
  /** One batch of up to `most` records, in a transaction of its own. */
  advance(personId: string, now: Date, most: number): Promise<ErasureProgress>;
  /** Opens again what is in the ledger since then and yet has something left. Answers with how many. */
  reopen(since: Date): Promise<number>;
  /** In the order of the requests. */
  list(query: ErasureQuery): Promise<readonly Erasure[]>;
}

export interface ErasureQuery {
  readonly since: Date;
  readonly onlyOpen: boolean;
  readonly after: Pick<Erasure, 'requestedAt' | 'personId'> | null;
  readonly limit: number;
}
