import type { CleanImage, ImageCleaner } from '../src/index.ts';

/** Cleans a file that is in memory, and keeps what came out. */
export function clean(cleaner: ImageCleaner, file: Buffer): Promise<CleanImage> {
  const load = async (room: (length: number) => Buffer): Promise<Buffer> => {
    const buffer = room(file.length);
    file.copy(buffer);
    return buffer;
  };
  return cleaner.clean(load, async (image) => structuredCloneOf(image));
}

function structuredCloneOf({ original, forms, placeholder }: CleanImage): CleanImage {
  const copy = <T extends { readonly bytes: Buffer }>(image: T): T => ({ ...image, bytes: Buffer.from(image.bytes) });
  return { original: copy(original), forms: forms.map(copy), placeholder: copy(placeholder) };
}
