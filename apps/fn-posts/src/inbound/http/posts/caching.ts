import { etagOf } from '@foundnow/http';
import type { Closeness, PostView } from '../../../domain/post/post-view.ts';

const VIEWS: Readonly<Record<Closeness, string | undefined>> = {
  author: undefined,
  organization: undefined,
  party: 'party',
  stranger: 'public',
};

/**
 * Who reads decides what is read: a cache must not give one viewer's answer to the next, and the exact place must not
 * stay behind in a browser at all. What is shown to those who may not change it has a tag of its own, which is no version
 * to change a post by.
 */
export function cachingOf({ version, exact, closeness }: PostView): Record<string, string> {
  const vary = { vary: 'Authorization' };
  const etag = etagOf(version, VIEWS[closeness]);
  return { ...vary, etag, 'cache-control': exact ? 'private, no-store' : 'private, no-cache' };
}
