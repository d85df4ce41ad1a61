import type { KeptPost } from '../src/use-cases/posts/kept-posts.port.ts';

export function aKeptPost(photos: number, different: Partial<KeptPost> = {}): KeptPost {
  return {
    postId: crypto.randomUUID(),
    orgId: null,
    authorId: crypto.randomUUID(),
    visibility: 'public',
    kind: 'found',
    category: 'other.other',
    language: 'en',
    timeZone: 'Europe/Berlin',
    title: 'A thing',
    description: null,
    version: 1,
    photosVersion: 1,
    photos: Array.from({ length: photos }, () => ({
      photoId: crypto.randomUUID(),
      objectKey: 'private/x/original.jpg',
      sha256: 'a'.repeat(64),
    })),
    ...different,
  };
}
