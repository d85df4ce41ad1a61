import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '@foundnow/config';
import { replaceFile } from '@foundnow/crypto';

const OWNER_READS = 0o400;
const ALL_READ = 0o444;

/** What one service must find and no other may: mounted into its container, the folder is all that it sees. */
export async function handOut(dir: string, environment: Environment, jwksFile: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  const lines = Object.entries(environment).flatMap(([key, value]) =>
    value === undefined ? [] : `${key}="${value}"\n`,
  );
  await replaceFile(join(dir, 'service.env'), Buffer.from(lines.join('')), OWNER_READS);
  await replaceFile(join(dir, 'jwks.json'), await readFile(jwksFile), ALL_READ);
}

/** For a server that reads its first password from a file, as a user of its own: the folder keeps others out. */
export async function handOutPassword(dir: string, password: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  await replaceFile(join(dir, 'password'), Buffer.from(password), ALL_READ);
}
