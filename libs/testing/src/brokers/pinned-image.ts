import { readFileSync } from 'node:fs';

const ROOT = new URL('../../../../', import.meta.url);

/** The image of a repository with tag and digest as `docker compose` starts it, or as another file names it. */
export function pinnedImage(repository: string, file = 'docker-compose.yml'): string {
  const named = readFileSync(new URL(file, ROOT), 'utf8').matchAll(/^\s*image:\s*(\S+)$/gm);
  const image = [...named].map(([, text = '']) => text).find((text) => text.startsWith(`${repository}:`));
  if (image === undefined) throw new Error(`${file} names no image ${repository}.`);
  return image;
}

/** For people: without the digest. */
export function nameOfImage(image: string): string {
  return image.split('@')[0] ?? image;
}
