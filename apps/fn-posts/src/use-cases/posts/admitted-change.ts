import type { Actor } from '../../domain/actor.ts';
import { assertMayChange } from '../../domain/post/may-change.ts';
import type { PostState } from '../../domain/post/post-state.ts';
import type { ExpectedVersion } from './expected-version.ts';
import type { Change } from './post-store.port.ts';

/** Permission before precondition: whoever may not change a post does not learn which version there is. */
export function assertAdmitted(post: PostState, by: Actor, expected: ExpectedVersion): void {
  assertMayChange(post, by);
  expected.assertCurrent(post.version);
}

export function admitted(by: Actor, expected: ExpectedVersion, change: Change): Change {
  return (post) => {
    assertAdmitted(post.state, by, expected);
    return change(post);
  };
}
