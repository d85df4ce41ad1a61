import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { createSigningJwk, jwksOf, signingKeyOf, type SigningKey } from './signing-key.ts';

const PRIVATE_FILE = 'signing-key.json';
export const PUBLIC_FILE = 'jwks.json';

/** The key in this folder, made when there is none. Any number of processes may ask at once: all get the same. */
export async function loadOrCreateSigningKey(dir: string): Promise<SigningKey> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, PRIVATE_FILE);
  const key = await signingKeyOf((await readKey(file)) ?? (await createKey(dir, file)));
  await publish(dir, key);
  return key;
}

async function readKey(file: string): Promise<JWK | undefined> {
  try {
    const text = await readFile(file, 'utf8');
    await chmod(file, 0o600);
    return parseKey(text, file);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function parseKey(text: string, file: string): JWK {
  try {
    return JSON.parse(text) as JWK;
  } catch (error) {
    throw new Error(`${file} is damaged. Remove it to get a new key.`, { cause: error });
  }
}

/** A hard link appears whole or not at all, and fails when somebody was faster. */
async function createKey(dir: string, file: string): Promise<JWK> {
  const draft = join(dir, `.${PRIVATE_FILE}.${randomUUID()}`);
  const jwk = await createSigningJwk();
  await writeFile(draft, JSON.stringify(jwk), { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(draft, file);
    return jwk;
  } catch (error) {
    const theirs = isCode(error, 'EEXIST') ? await readKey(file) : undefined;
    if (theirs === undefined) throw error;
    return theirs;
  } finally {
    await rm(draft, { force: true });
  }
}

async function publish(dir: string, key: SigningKey): Promise<void> {
  const draft = join(dir, `.${PUBLIC_FILE}.${randomUUID()}`);
  await writeFile(draft, `${JSON.stringify(jwksOf(key), null, 2)}\n`, { mode: 0o644 });
  await rename(draft, join(dir, PUBLIC_FILE));
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
