import type { Database } from '@foundnow/postgres';
import { type CountedPart, HashedTerms } from '../../../domain/frequencies/hashed-terms.ts';
import type { TermFrequencies } from '../../../domain/scoring/term-frequencies.ts';
import type { TermCounts } from '../../../use-cases/frequencies/term-counts.port.ts';

const TURN = `select pg_try_advisory_xact_lock(hashtextextended('matcher.term_count', 0)) as mine`;
/** Counting costs what it costs: it takes at most a twentieth of the time. */
const IS_DUE = `select not exists (select from matcher.term_count
    where counted_at + greatest($2, 20 * took_ms) * interval '1 ms' > $1::timestamptz) as due`;
const PARTS = 256;
const COUNT = `insert into matcher.term_frequency as held (part, terms, counts)
  select part, coalesce(terms, '{}'), coalesce(counts, '{}') from generate_series(0, ${PARTS - 1}) as part
  left join (
    select (term % ${PARTS})::int as part, array_agg(term) as terms, array_agg(posts) as counts from (
      select term, count(*)::int as posts from matcher.post, unnest(terms) as term where traits is not null group by term
    ) as counted group by 1) as parts using (part)
  on conflict (part) do update set terms = excluded.terms, counts = excluded.counts`;
const NOTE = `insert into matcher.term_count as held (version, posts, counted_at, took_ms)
  select 1, (select count(*) from matcher.post where traits is not null), $1, $2
  on conflict (one) do update set version = held.version + 1, posts = excluded.posts,
    counted_at = excluded.counted_at, took_ms = excluded.took_ms`;
const HEAD = 'select version::float8 as version, posts from matcher.term_count where version <> $1';
const LOAD = 'select array_send(terms) as terms, array_send(counts) as counts from matcher.term_frequency';

const SCORER = { worker: 'scorer' } as const;

export class PostgresTermCounts implements TermCounts {
  constructor(private readonly database: Database) {}

  async recount(now: Date, everyMs: number): Promise<void> {
    await this.database.transaction(SCORER, async (tx) => {
      const [turn] = await tx.query<{ mine: boolean }>(TURN);
      const [state] = await tx.query<{ due: boolean }>(IS_DUE, [now, everyMs]);
      if (turn?.mine !== true || state?.due !== true) return;
      const start = performance.now();
      await tx.query(COUNT);
      await tx.query(NOTE, [now, Math.round(performance.now() - start)]);
    });
  }

  async newerThan(version: number): Promise<TermFrequencies | null> {
    return this.database.read(SCORER, async (tx) => {
      const [head] = await tx.query<{ version: number; posts: number }>(HEAD, [version]);
      if (head === undefined) return null;
      const parts = await tx.query<{ terms: Buffer; counts: Buffer }>(LOAD);
      return new HashedTerms(head.version, head.posts, parts.map(readPart));
    });
  }
}

/** Arrays in PostgreSQL's own binary form: three numbers, two of the one dimension, then every value with its size. */
const HEADER = 20;

function readPart({ terms, counts }: { readonly terms: Buffer; readonly counts: Buffer }): CountedPart {
  const length = Math.max(0, (terms.length - HEADER) / 12);
  const part = { hashes: new Float64Array(length), counts: new Int32Array(length) };
  for (let at = 0; at < length; at += 1) {
    part.hashes[at] = Number(terms.readBigInt64BE(HEADER + 12 * at + 4));
    part.counts[at] = counts.readInt32BE(HEADER + 8 * at + 4);
  }
  return part;
}
