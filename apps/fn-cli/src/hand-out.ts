import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '@foundnow/config';
import { replaceFile } from '@foundnow/crypto';

const OWNER_READS = 0o400;
const ALL_READ = 0o444;
/** What everybody seals with. */
const SEALING = 'sealing/public';

/** What only one service opens with. */
const OPENING = 'sealing/private';

/** What one service must find and no other may: mounted into its container, the folder is all that it sees. */
export async function handOut(
  dir: string,
  environment: Environment,
  keysDir: string,
  recipient: string,
): Promise<void> {
  await mkdir(join(dir, SEALING), { recursive: true });
  const lines = Object.entries(environment).flatMap(([key, value]) =>
    value === undefined ? [] : `${key}="${value}"\n`,
  );
  await replaceFile(join(dir, 'service.env'), Buffer.from(lines.join('')), OWNER_READS);
  const sealing = (await readdir(join(keysDir, SEALING))).filter((name) => name.endsWith('.jwks.json'));
  for (const file of ['jwks.json', ...sealing.map((name) => join(SEALING, name))]) {
    await replaceFile(join(dir, file), await readFile(join(keysDir, file)), ALL_READ);
  }
  await handOutOpening(join(dir, OPENING, recipient), join(keysDir, OPENING, recipient));
}

/** For whom something is sealed, and nobody else: a key that was retired is taken back. */
async function handOutOpening(dir: string, keysDir: string): Promise<void> {
  const names = await readdir(keysDir).catch(() => []);
  const keys = names.filter((name) => name.endsWith('.json'));
  if (keys.length === 0) return;
  await mkdir(dir, { recursive: true, mode: 0o700 });
  for (const name of await readdir(dir)) if (!keys.includes(name)) await rm(join(dir, name), { force: true });
  for (const name of keys) await replaceFile(join(dir, name), await readFile(join(keysDir, name)), OWNER_READS);
}

/** For a server that reads its first password from a file, as a user of its own: the folder keeps others out. */
export async function handOutPassword(dir: string, password: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  await replaceFile(join(dir, 'password'), Buffer.from(password), ALL_READ);
}
