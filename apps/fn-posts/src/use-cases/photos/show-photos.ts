import type { Actor } from '../../domain/actor.ts';
import type { PhotoView } from '../../domain/photo/photo-view.ts';
import type { PhotoForm } from '../../domain/photo/photo.ts';
import type { PostView } from '../../domain/post/post-view.ts';
import type { PhotoShelf } from './photo-shelf.port.ts';

export interface AddressedForm extends Omit<PhotoForm, 'objectKey'> {
  readonly url: string;
  readonly expiresAt: Date;
}

export interface ShownPhoto {
  readonly photo: PhotoView;
  readonly forms: readonly AddressedForm[];
}

/** The photos of a post, each with addresses of what the viewer may see of it, for a short while. */
export class ShowPhotos {
  constructor(
    private readonly readPost: { run(id: string, viewer: Actor | null): Promise<PostView> },
    private readonly shelf: PhotoShelf,
  ) {}

  async run(postId: string, viewer: Actor | null): Promise<{ readonly post: PostView; readonly photos: ShownPhoto[] }> {
    const post = await this.readPost.run(postId, viewer);
    return { post, photos: await this.of(post) };
  }

  async of({ photos }: PostView): Promise<ShownPhoto[]> {
    return Promise.all(photos.map(async (photo) => ({ photo, forms: await this.addressed(photo.forms) })));
  }

  private async addressed(forms: readonly PhotoForm[]): Promise<AddressedForm[]> {
    return Promise.all(
      forms.map(async ({ objectKey, ...form }) => {
        const { url, expiresAt } = await this.shelf.signDownload(objectKey);
        return { ...form, url, expiresAt };
      }),
    );
  }
}
