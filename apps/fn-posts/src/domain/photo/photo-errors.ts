import { DomainError } from '@foundnow/kernel';
import { MOST_PHOTOS } from './photo.ts';

/** Also for a photo of somebody else: the two look the same. */
export function photoNotFound(): DomainError {
  return new DomainError('photo.not_found', 'missing', 'There is no such photo here, or no longer.');
}

export function tooManyPhotos(): DomainError {
  const detail = `A post has at most ${MOST_PHOTOS} photos. Remove one first.`;
  return new DomainError('photo.too_many', 'conflict', detail);
}

export function lastPhotoNeeded(): DomainError {
  const detail = 'Your organization demands a photo of found items. Add another before you remove this one.';
  return new DomainError('photo.last_needed', 'conflict', detail);
}

export function orderIncomplete(): DomainError {
  const detail = 'The order must name each photo of the post exactly once.';
  const fields = [{ path: 'photoIds', code: 'photo.order', detail: 'must name each photo of the post exactly once' }];
  return new DomainError('photo.order', 'validation', detail, { fields });
}

export function uploadGone(): DomainError {
  const detail = 'An upload is not there to be used: it belongs to a post already, was not completed, or has expired.';
  return new DomainError('photo.upload_gone', 'conflict', `${detail} Upload the photo again.`);
}

export function uploadIncomplete(): DomainError {
  const detail = 'The file has not arrived. Send it to the address that was given, then complete the upload.';
  return new DomainError('photo.upload_incomplete', 'conflict', detail);
}

export function tooManyUploads(): DomainError {
  const detail = 'Too many of your uploads wait for a post. Use or withdraw some of them first.';
  return new DomainError('photo.too_many_uploads', 'too-many', detail, { retryAfterSeconds: 3_600 });
}
