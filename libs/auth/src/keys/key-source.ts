import { readFile } from 'node:fs/promises';

/** Where the public keys are: at an address, in a file, or given as they are. */
export type JwksLocation = { readonly url: string } | { readonly file: string } | { readonly inline: unknown };

const FETCH_TIMEOUT_MS = 5_000;
const LARGEST_SET_BYTES = 256 * 1024;

export function jwksLoader(location: JwksLocation, fetcher: typeof fetch = fetch): () => Promise<unknown> {
  if ('inline' in location) return () => Promise.resolve(location.inline);
  if ('file' in location) return async () => JSON.parse(await readFile(location.file, 'utf8')) as unknown;
  return () => fetchJson(location.url, fetcher);
}

async function fetchJson(url: string, fetcher: typeof fetch): Promise<unknown> {
  const signal = AbortSignal.timeout(FETCH_TIMEOUT_MS);
  const answer = await fetcher(url, { signal, redirect: 'error', headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`The key set answered ${answer.status}.`);
  const text = await answer.text();
  if (text.length > LARGEST_SET_BYTES) throw new Error('The key set is too large.');
  return JSON.parse(text) as unknown;
}
