import { DomainError } from '@foundnow/kernel';
import type { ImageLimits } from './image-limits.ts';

export function emptyFile(): DomainError {
  return new DomainError('image.empty', 'unprocessable', 'The file is empty. Choose the photo again.');
}

export function fileTooLarge({ bytes }: Pick<ImageLimits, 'bytes'>): DomainError {
  const detail = `A photo may have at most ${Math.floor(bytes / 1024 / 1024)} MB. Send a smaller one.`;
  return new DomainError('image.too_large', 'too-large', detail);
}

export function tooManyPixels({ pixels, edge }: ImageLimits): DomainError {
  const detail = `A photo may have at most ${pixels / 1_000_000} megapixels and ${edge} pixels per edge. Scale it down.`;
  return new DomainError('image.too_many_pixels', 'too-large', detail);
}

export function unknownType(): DomainError {
  const detail =
    'This is not a JPEG, PNG, WebP or AVIF picture. Send one of these; the name of a file does not matter.';
  return new DomainError('image.type', 'unsupported-media', detail);
}

export function heic(): DomainError {
  const detail =
    'HEIC photos cannot be read here. On an iPhone choose Settings, Camera, Formats, Most Compatible, or share the photo as JPEG, and send that.';
  return new DomainError('image.heic', 'unsupported-media', detail);
}

export function animated(): DomainError {
  return new DomainError('image.animated', 'unprocessable', 'The picture moves. Send a single still one.');
}

/** `cause` is for the log. */
export function damaged(cause?: unknown): DomainError {
  const detail = 'The picture is damaged or incomplete. Open it on your device, save it anew, and send that.';
  return new DomainError('image.damaged', 'unprocessable', detail, { cause });
}

export function moreThanAPhoto(): DomainError {
  const detail = 'The file holds something else behind the picture. Save the picture anew, and send that.';
  return new DomainError('image.not_only_a_photo', 'unprocessable', detail);
}

export function busy(): DomainError {
  const detail = 'Too many photos are being read at once. Try again shortly.';
  return new DomainError('image.busy', 'dependency', detail, { retryAfterSeconds: 5 });
}

export function decoderGone(): DomainError {
  const detail = 'The photo could not be read this time. Try again; if it fails once more, send another photo.';
  return new DomainError('image.decoder_gone', 'dependency', detail, { retryAfterSeconds: 5 });
}
