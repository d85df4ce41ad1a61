import type { Tx } from '@foundnow/postgres';
import type { PostHead, SaidOfPost } from '../../../domain/post/known-post.ts';

const SAY = `update matcher.post set said_version = $2, org_id = $3, author_id = $4, visibility = $5, kind = $6,
    title = $7, category = $8, language = $9, time_zone = $10, intake = $11, reference = $12, sealed_proof = $13, said = $14
  where post_id = $1`;
const OF_MATCHES = (['lost', 'found'] as const).map(
  (side) => `update matcher.match set ${side}_author_id = $2, ${side}_org_id = $3 where ${side}_post_id = $1
    and (${side}_author_id, ${side}_org_id) is distinct from ($2::uuid, $3::uuid)`,
);

export type Said = SaidOfPost & PostHead;

/** What the post says, and whose it is. */
export function keepSaid(tx: Tx, postId: string, version: number, said: Said): void {
  const { orgId, authorId, visibility, timeZone, intake, reference, sealedProof, ...item } = said;
  const { kind, title, category, language } = item;
  const head = [orgId, authorId, visibility, kind, title, category, language, timeZone, intake, reference, sealedProof];
  tx.send(SAY, [postId, version, ...head, JSON.stringify(item)]);
}

/** Its matches are read by whose they are. */
export function handOver(tx: Tx, postId: string, authorId: string | null, orgId: string | null): void {
  for (const text of OF_MATCHES) tx.send(text, [postId, authorId, orgId]);
}
