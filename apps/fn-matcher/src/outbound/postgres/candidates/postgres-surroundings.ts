import type { Database, Tx } from '@foundnow/postgres';
import { areaSearches } from '../../../domain/blocking/area-searches.ts';
import { type Block, blockOf } from '../../../domain/blocking/block.ts';
import type { CategoryTable } from '../../../domain/blocking/categories.ts';
import type { PostEnd } from '../../../domain/match/match-words.ts';
import type { ComparedPost, Surroundings, SurroundingsReader } from '../../../use-cases/scoring/surroundings.port.ts';
import { COMPARED_COLUMNS, COMPARED_WITHOUT_LOOK, type ComparedPostRow, toComparedPost } from './compared-post.row.ts';
import { searchSql } from './search-sql.ts';

const POST = `select status, gone_reason, ${COMPARED_COLUMNS} from matcher.post where post_id = $1`;
const of = (columns: string) =>
  `select ${columns} from matcher.post where post_id = any($1::uuid[]) and traits is not null`;
const POSTS = { withLook: of(COMPARED_COLUMNS), withoutLook: of(COMPARED_WITHOUT_LOOK) };
const KIND = `select kind, revision::float8 as revision from matcher.post where post_id = $1 and traits is not null`;
const PARTNERS = `select lost_post_id as post_id from matcher.match where found_post_id = $1 and status <> 'returned'
  union all select found_post_id from matcher.match where lost_post_id = $1 and status <> 'returned'
  union all select lost_post_id from matcher.pair where found_post_id = $1
  union all select found_post_id from matcher.pair where lost_post_id = $1`;

/** Starting helpers takes longer than all of the search. */
const ALONE = 'set local max_parallel_workers_per_gather = 0';

const SCORER = { worker: 'scorer' } as const;
const ENDS: Readonly<Record<string, PostEnd>> = { resolved: 'post_resolved', expired: 'post_expired' };

type OwnRow = Omit<ComparedPostRow, 'traits'> & {
  status: string;
  gone_reason: 'post_deleted' | 'person_erased' | null;
  traits: string | null;
};

export class PostgresSurroundings implements SurroundingsReader {
  constructor(
    private readonly database: Database,
    private readonly categories: CategoryTable,
    /** So many are compared, the nearest. */
    private readonly most: number,
  ) {}

  async kindOf(postId: string): Promise<{ readonly kind: 'lost' | 'found'; readonly revision: number } | null> {
    const rows = await this.database.read(SCORER, (tx) =>
      tx.query<{ kind: 'lost' | 'found'; revision: number }>(KIND, [postId]),
    );
    return rows[0] ?? null;
  }

  async read(postId: string): Promise<Surroundings | null> {
    return this.database.read(SCORER, async (tx) => {
      tx.send(ALONE);
      const [[row], matched] = await Promise.all([
        tx.query<OwnRow>(POST, [postId]),
        tx.query<{ post_id: string }>(PARTNERS, [postId]),
      ]);
      if (row === undefined) return null;
      const { traits, status, gone_reason: gone, revision } = row;
      if (traits === null) return { isActive: false, postId, revision, end: gone ?? ENDS[status] ?? 'post_deleted' };
      return this.around(
        tx,
        toComparedPost({ ...row, traits }),
        matched.map((partner) => partner.post_id),
      );
    });
  }

  /** The ids of what would be compared with a post like this, the nearest first. */
  async near(tx: Tx, block: Block): Promise<{ readonly ids: readonly string[]; readonly isCapped: boolean }> {
    const { text, values } = searchSql(block, areaSearches(block, this.categories), this.most);
    const rows = await tx.query<{ post_id: string }>(text, values);
    return { ids: rows.slice(0, this.most).map((row) => row.post_id), isCapped: rows.length > this.most };
  }

  private async around(tx: Tx, post: ComparedPost, matched: readonly string[]): Promise<Surroundings> {
    const { ids, isCapped } = await this.near(tx, blockOf(post.traits));
    const partnerIds = new Set(matched);
    const text = post.traits.vectors.length > 0 ? POSTS.withLook : POSTS.withoutLook;
    const rows = await tx.query<ComparedPostRow>(text, [[...new Set([...ids, ...partnerIds])]]);
    const others = new Map(rows.map((row) => [row.post_id, toComparedPost(row)]));
    const known = (wanted: Iterable<string>) => [...wanted].flatMap((id) => others.get(id) ?? []);
    return { isActive: true, post, candidates: known(ids), isCapped, partners: known(partnerIds) };
  }
}
