import { readFile } from 'node:fs/promises';
import { fetchJwks } from '@foundnow/crypto';

/** Where the public keys are: at an address, in a file, or given as they are. */
export type JwksLocation = { readonly url: string } | { readonly file: string } | { readonly inline: unknown };

export function jwksLoader(location: JwksLocation): () => Promise<unknown> {
  if ('inline' in location) return () => Promise.resolve(location.inline);
  const read = 'file' in location ? () => readFile(location.file, 'utf8') : () => fetchJwks(location.url);
  return async () => JSON.parse(await read()) as unknown;
}
