import type { PersonalRecords } from '../../../use-cases/privacy/personal-records.port.ts';
import { handOver } from '../posts/said-post.ts';
import { stripPost } from '../posts/strip-post.ts';

const HERS = `select post_id, org_id, visibility from matcher.post where author_id = $1 order by post_id limit $2
  for update`;
const ANONYMOUS = 'update matcher.post set author_id = null where post_id = $1';

interface HerPost {
  post_id: string;
  org_id: string | null;
  visibility: string;
}

/** An item of an organization stays; fn-posts says by an event of its own when it goes as well. */
export const erasedPosts: PersonalRecords = {
  left: (person) => `exists (select from matcher.post where author_id = ${person})`,
  async forget(tx, person, now, most) {
    const posts = await tx.query<HerPost>(HERS, [person, most]);
    for (const { post_id: postId, org_id: orgId, visibility } of posts) {
      if (orgId === null || visibility === 'private') stripPost(tx, postId, 'person_erased', now);
      else {
        tx.send(ANONYMOUS, [postId]);
        handOver(tx, postId, null, orgId);
      }
    }
    return posts.length;
  },
};
