import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createPrivateFile, ignoreMissing, readPrivateFile, replaceFile } from '@foundnow/crypto';
import type { JWK } from 'jose';
import { createSigningJwk, jwksOf, signingKeyOf, type SigningKey } from './signing-key.ts';

const PRIVATE_FILE = 'signing-key.json';
export const PUBLIC_FILE = 'jwks.json';

/** The key in this folder, made when there is none. Any number of processes may ask at once: all get the same. */
export async function loadOrCreateSigningKey(dir: string): Promise<SigningKey> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const key = await signingKeyOf(await loadOrCreateJwk(join(dir, PRIVATE_FILE)));
  await replaceFile(join(dir, PUBLIC_FILE), Buffer.from(`${JSON.stringify(jwksOf(key), null, 2)}\n`));
  return key;
}

async function loadOrCreateJwk(file: string): Promise<JWK> {
  const bytes = await readPrivateFile(file).catch(ignoreMissing);
  if (bytes !== undefined) return parseKey(bytes.toString(), file);
  await createPrivateFile(file, Buffer.from(JSON.stringify(await createSigningJwk())));
  return loadOrCreateJwk(file);
}

function parseKey(text: string, file: string): JWK {
  try {
    return JSON.parse(text) as JWK;
  } catch {
    // Without its cause: the parser's message quotes what is in the file.
    throw new Error(`${file} is damaged. Remove it to get a new key.`);
  }
}
