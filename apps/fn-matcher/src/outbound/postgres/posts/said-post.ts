import type { Tx } from '@foundnow/postgres';
import type { PostHead, SaidOfPost } from '../../../domain/post/known-post.ts';

const OF_MATCHES = (['lost', 'found'] as const).map(
  (side) => `update matcher.match set ${side}_author_id = $2, ${side}_org_id = $3 where ${side}_post_id = $1
    and (${side}_author_id, ${side}_org_id) is distinct from ($2::uuid, $3::uuid)`,
);

export type Said = SaidOfPost & PostHead;

/** What the post says, and whose it is. */
export function saidColumns(version: number, said: Said): Readonly<Record<string, unknown>> {
  const { orgId, authorId, visibility, timeZone, intake, reference, sealedProof, ...item } = said;
  const { kind, title, category, language } = item;
  return {
    said: JSON.stringify(item),
    said_version: version,
    org_id: orgId,
    author_id: authorId,
    visibility,
    kind,
    title,
    category,
    language,
    time_zone: timeZone,
    intake,
    reference,
    sealed_proof: sealedProof,
  };
}

/** Its matches are read by whose they are. */
export function handOver(tx: Tx, postId: string, authorId: string | null, orgId: string | null): void {
  for (const text of OF_MATCHES) tx.send(text, [postId, authorId, orgId]);
}
