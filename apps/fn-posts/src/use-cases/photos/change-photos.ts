import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import type { PhotoChange } from '../../domain/photo/photo-changes.ts';
import { closenessOf, type PostView, viewOf } from '../../domain/post/post-view.ts';
import type { Post } from '../../domain/post/post.ts';
import { needsPhoto } from '../../domain/post/report-rules.ts';
import type { ReadHouseRules } from '../organizations/read-house-rules.ts';
import { ANY_VERSION, type ExpectedVersion } from '../posts/expected-version.ts';
import type { PostStore } from '../posts/post-store.port.ts';
import type { TextScreen } from '../posts/text-screen.port.ts';
import type { UploadedPhotos } from './uploaded-photos.port.ts';

export interface PhotoOfPost {
  /** The post's. */
  readonly id: string;
  readonly photoId: string;
}

export interface Captioned {
  readonly post: PostView;
  /** What was masked in the caption, by kind. */
  readonly masked: readonly string[];
}

/** The author or the desk changes the photos of a post. */
export class ChangePhotos {
  constructor(
    private readonly posts: PostStore,
    private readonly uploads: UploadedPhotos,
    private readonly houseRules: Pick<ReadHouseRules, 'run'>,
    private readonly screen: TextScreen,
    private readonly clock: Clock,
  ) {}

  /** Adding one that is there already does nothing. */
  async add(postId: string, uploadId: string, caption: string | null, by: Actor): Promise<Captioned> {
    const state = await this.posts.look(postId, by, ANY_VERSION);
    if (state.photos.some(({ id }) => id === uploadId))
      return { post: viewOf(state, closenessOf(state, by)), masked: [] };
    const [photo] = await this.uploads.find([uploadId], by);
    if (photo === undefined) throw new TypeError('An upload was found that is none');
    await this.uploads.keep([photo]);
    const { text, masked } = this.clean(caption);
    const post = await this.change(postId, { type: 'add', photo: { ...photo, caption: text } }, by, ANY_VERSION);
    return { post, masked };
  }

  async remove(postId: string, photoId: string, by: Actor, expected: ExpectedVersion): Promise<PostView> {
    const house = await this.houseRules.run(by.orgId);
    const changeOf = ({ state }: Post): PhotoChange => {
      const isNeeded = state.orgId !== null && state.status === 'active' && needsPhoto(state.kind, house);
      return { type: 'remove', photoId, isNeeded };
    };
    return this.change(postId, changeOf, by, expected);
  }

  async order(postId: string, photoIds: readonly string[], by: Actor, expected: ExpectedVersion): Promise<PostView> {
    return this.change(postId, { type: 'order', photoIds }, by, expected);
  }

  async caption(
    { id, photoId }: PhotoOfPost,
    caption: string | null,
    by: Actor,
    expected: ExpectedVersion,
  ): Promise<Captioned> {
    const { text, masked } = this.clean(caption);
    return { post: await this.change(id, { type: 'caption', photoId, caption: text }, by, expected), masked };
  }

  private clean(caption: string | null) {
    return caption === null ? { text: null, masked: [] } : this.screen.screen(caption);
  }

  private async change(
    postId: string,
    change: PhotoChange | ((post: Post) => PhotoChange),
    by: Actor,
    expected: ExpectedVersion,
  ): Promise<PostView> {
    const { state } = await this.posts.update(postId, by, expected, (post) =>
      post.changePhotos(typeof change === 'function' ? change(post) : change, by, this.clock.now()),
    );
    return viewOf(state, closenessOf(state, by));
  }
}
