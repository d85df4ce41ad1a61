import type { EventMap } from '@foundnow/contracts';
import type { Photo, PhotoForm } from '../../../domain/photo/photo.ts';
import { screened } from './screened.ts';

type WirePhoto = EventMap['post.photo_added']['photo'];

/** The placeholder stays here: consumers have the photo itself. */
export function wirePhoto(photo: Photo, position: number): WirePhoto {
  return {
    photoId: photo.id,
    objectKey: photo.objectKey,
    contentType: photo.contentType,
    byteLength: photo.byteLength,
    width: photo.width,
    height: photo.height,
    sha256: photo.sha256,
    position,
    caption: photo.caption && screened(photo.caption),
    variants: photo.forms.map(wireForm),
    publicVariants: photo.publicForms.map(wireForm),
  };
}

function wireForm({ name, objectKey, width, height }: PhotoForm): WirePhoto['variants'][number] {
  return { name, objectKey, width, height };
}
