import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ignoreMissing, replaceFile } from '../private-file.ts';
import type { SealingJwks } from './sealing-key.ts';

export function publicDirOf(dir: string): string {
  return join(dir, 'public');
}

/** Writes the public keys where sealers look, until what is written is what the ring holds: another may write too. */
export async function publishJwks(dir: string, recipient: string, read: () => Promise<SealingJwks>): Promise<void> {
  await mkdir(publicDirOf(dir), { recursive: true });
  const path = join(publicDirOf(dir), `${recipient}.jwks.json`);
  let wanted = JSON.stringify(await read());
  while ((await readFile(path, 'utf8').catch(ignoreMissing)) !== wanted) {
    await replaceFile(path, Buffer.from(wanted));
    wanted = JSON.stringify(await read());
  }
}
