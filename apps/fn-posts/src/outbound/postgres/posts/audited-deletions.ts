import { AuditTrail, type Tx } from '@foundnow/postgres';
import type { PostEvent } from '../../../domain/post/post-events.ts';

const trail = new AuditTrail('posts');

/** Who takes away what another person wrote answers for it. */
export async function auditDeletions(tx: Tx, events: readonly PostEvent[]): Promise<void> {
  for (const event of events) {
    if (event.type !== 'deleted' || !(event.reason === 'staff' || event.reason === 'moderation')) continue;
    const { post, by, reason } = event;
    const details = { reason, version: post.version };
    await trail.record(tx, { actor: by ?? 'system', action: 'post.deleted', subject: `post/${post.id}`, details });
  }
}
