/** A snapshot of how common each term is among the active posts: `termsOf` says which terms a post counts for. */
export interface TermFrequencies {
  readonly version: number;
  /** Active posts, of both kinds. */
  readonly posts: number;
  /** Posts with the term; 0 when it was never seen. */
  count(term: string): number;
}

export class CountedTerms implements TermFrequencies {
  readonly version: number;
  readonly posts: number;
  readonly #counts: ReadonlyMap<string, number>;

  constructor(version: number, posts: number, counts: ReadonlyMap<string, number>) {
    this.version = version;
    this.posts = posts;
    this.#counts = counts;
  }

  count(term: string): number {
    return this.#counts.get(term) ?? 0;
  }
}

/** Counts the terms of all posts at once. */
export function countTerms(posts: Iterable<readonly string[]>, version = 1): CountedTerms {
  const counts = new Map<string, number>();
  let total = 0;
  for (const terms of posts) {
    total += 1;
    for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return new CountedTerms(version, total, counts);
}
