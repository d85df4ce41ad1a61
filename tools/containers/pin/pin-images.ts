import { type ImageReference, parseImage } from '../image-reference.ts';

export interface Pin {
  readonly image: string;
  readonly found: string | undefined;
  readonly digest: string;
}

export interface PinnedText {
  readonly text: string;
  readonly pins: readonly Pin[];
}

/** Where a compose file or a Dockerfile names an image that is not built here. */
const NAMED = /^(\s*image:\s*|ARG \w+_IMAGE=|FROM )(?<image>[a-z0-9][^\s$]*:[^\s$]+)/gm;

/** The same text with the digest behind each tag that `digestOf` answers. */
export async function pinImages(
  text: string,
  digestOf: (image: ImageReference) => Promise<string>,
): Promise<PinnedText> {
  const pins: Pin[] = [];
  let pinned = text;
  for (const image of new Set([...text.matchAll(NAMED)].map(({ groups }) => groups?.['image'] ?? ''))) {
    const reference = parseImage(image);
    if (reference?.tag === undefined) throw new Error(`${image} has no tag whose digest could be asked for.`);
    const digest = await digestOf(reference);
    const [tagged = ''] = image.split('@');
    pins.push({ image: tagged, found: reference.digest, digest });
    pinned = pinned.replaceAll(image, `${tagged}@${digest}`);
  }
  return { text: pinned, pins };
}
