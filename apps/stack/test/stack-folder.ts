import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh folder. Where specs run as root, PostgreSQL runs as another user and must be able to enter. */
export async function stackFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'fn-stack-'));
  await chmod(dir, 0o755);
  return dir;
}
