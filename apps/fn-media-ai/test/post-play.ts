import { createHash } from 'node:crypto';
import type { EventMap, EventName } from '@foundnow/contracts';
import { goldenExample } from '@foundnow/contracts/testing';
import { uuidv7 } from '@foundnow/kernel';
import { eventMessage } from '@foundnow/messaging';
import { readEvents } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import type { MediaAiUnderTest } from './start-media-ai.ts';

type Post = EventMap['post.created'];
type Told = Extract<EventName, 'post.created' | 'post.updated' | 'post.photo_added' | 'post.photo_removed'>;
export type PlayedPhoto = Post['photos'][number];

/** A reader of a whole photo takes seconds where processors are scarce. */
export const PATIENCE = { timeoutMs: 60_000, intervalMs: 50 };

/** fn-posts, as fn-media-ai hears of it. */
export class PostPlay {
  #version = 0;
  #photosVersion = 0;
  #photos: readonly PlayedPhoto[] = [];
  readonly #post: Post;

  constructor(
    private readonly service: MediaAiUnderTest,
    different: Partial<Post> = {},
  ) {
    const post = { postId: uuidv7.next(), orgId: null, authorId: crypto.randomUUID(), visibility: 'public' as const };
    this.#post = { ...goldenExample('post.created'), ...post, category: 'other.other', ...different };
  }

  get id(): string {
    return this.#post.postId;
  }

  /** Stored as fn-posts stores it, and not yet told of. */
  async store(file: Buffer): Promise<PlayedPhoto> {
    const objectKey = `private/${createHash('sha1').update(file).update(uuidv7.next()).digest('hex')}/original.jpg`;
    await this.service.objects.put(objectKey, file, { contentType: 'image/jpeg' });
    return { ...aPhoto(file), objectKey };
  }

  async tell(name: Told, photos: readonly PlayedPhoto[] = this.#photos, different: Partial<Post> = {}): Promise<void> {
    await this.service.bus.publish([this.message(name, photos, different)]);
  }

  message(name: Told, photos: readonly PlayedPhoto[], different: Partial<Post> = {}) {
    this.#version += 1;
    if (name !== 'post.updated') this.#photosVersion = this.#version;
    this.#photos = photos.map((photo, position) => ({ ...photo, position }));
    const stands = { ...this.#post, ...different, photos: [...this.#photos], aggregateVersion: this.#version };
    const example = goldenExample(name);
    const known = Object.entries({ ...stands, photosVersion: this.#photosVersion }).filter(
      ([field]) => field in example,
    );
    const payload = { ...example, ...Object.fromEntries(known) };
    return eventMessage(name, payload as never, '/foundnow/spec');
  }

  async delete(): Promise<void> {
    this.#version += 1;
    const deleted = { ...goldenExample('post.deleted'), postId: this.id, aggregateVersion: this.#version };
    await this.service.bus.publish([eventMessage('post.deleted', deleted, '/foundnow/spec')]);
  }

  /** What was published of it, once there are so many. */
  async enhanced(count = 1): Promise<EventMap['post.enhanced'][]> {
    return this.published('post.enhanced', count);
  }

  async published<N extends 'post.enhanced' | 'photo.failed'>(name: N, count: number): Promise<EventMap[N][]> {
    return eventually(async () => {
      const all = (await readEvents(this.service.bus, name)).map(({ payload }) => payload);
      const own = all.filter(({ postId }) => postId === this.id);
      if (own.length < count) throw new Error(`${own.length} ${name}`);
      return own;
    }, PATIENCE);
  }
}

export function aPhoto(file: Buffer): PlayedPhoto {
  return {
    photoId: uuidv7.next(),
    objectKey: `private/${'0'.repeat(40)}/original.jpg`,
    contentType: 'image/jpeg',
    byteLength: file.length,
    width: 1_600,
    height: 1_200,
    sha256: createHash('sha256').update(file).digest('hex'),
    position: 0,
    caption: null,
    variants: [],
    publicVariants: [],
  };
}
