import type { Photo, PhotoForm } from './photo.ts';

/** A photo as one viewer may see it. */
export interface PhotoView {
  readonly id: string;
  readonly caption: string | null;
  readonly width: number;
  readonly height: number;
  readonly placeholder: string;
  /** Whether everybody who may see the post sees more than the placeholder. */
  readonly isPublic: boolean;
  /** What the viewer may be given an address of, the largest first. */
  readonly forms: readonly PhotoForm[];
}

/** @param isOwn The viewer is the author, or of her organization: they see what the photo shows unredacted. */
export function viewOfPhoto(photo: Photo, isOwn: boolean): PhotoView {
  const { id, caption, width, height, placeholder, publicForms } = photo;
  const forms = isOwn ? [originalOf(photo), ...photo.forms] : publicForms;
  const byEdge = forms.toSorted((a, b) => Math.max(b.width, b.height) - Math.max(a.width, a.height));
  return { id, caption, width, height, placeholder, isPublic: publicForms.length > 0, forms: byEdge };
}

function originalOf({ objectKey, width, height }: Photo): PhotoForm {
  return { name: 'original', objectKey, width, height };
}
