import { type PhotoView, viewOfPhoto } from '../../domain/photo/photo-view.ts';
import type { Photo } from '../../domain/photo/photo.ts';
import type { PhotoShelf } from '../photos/photo-shelf.port.ts';
import type { AddressedForm, ShownPhoto } from '../photos/show-photos.ts';

/** Long enough to fetch what a large export names. */
export const LINK_SECONDS = 24 * 3600;

type Shelf = Pick<PhotoShelf, 'signDownload'>;

/** Every form that is kept of a photo: the redacted ones, which others are shown, are made of hers too. */
export async function linkedPhoto(photo: Photo, view: PhotoView, shelf: Shelf | undefined): Promise<ShownPhoto> {
  if (shelf === undefined) return { photo: view, forms: [] };
  const redacted = photo.publicForms.map((form) => ({ ...form, name: `redacted-${form.name}` }));
  const forms = [...viewOfPhoto(photo, true).forms, ...redacted];
  const linked = forms.map(async ({ objectKey, ...form }) => ({ ...form, ...(await linkTo(objectKey, shelf)) }));
  return { photo: view, forms: await Promise.all(linked) };
}

export async function linkTo(objectKey: string, shelf: Shelf): Promise<Pick<AddressedForm, 'url' | 'expiresAt'>> {
  const { url, expiresAt } = await shelf.signDownload(objectKey, LINK_SECONDS);
  return { url, expiresAt };
}
