import { etagOf } from '@foundnow/http';
import type { PostView } from '../../../domain/post/post-view.ts';

/**
 * Who reads decides what is read: a cache must not give one viewer's answer to the next, and the exact place must not
 * stay behind in a browser at all. The tag of a veiled view is no version to change a post by.
 */
export function cachingOf({ version, exact }: PostView): Record<string, string> {
  const vary = { vary: 'Authorization' };
  if (exact) return { ...vary, etag: etagOf(version), 'cache-control': 'private, no-store' };
  return { ...vary, etag: etagOf(`${version}-public`), 'cache-control': 'private, no-cache' };
}
