import { join } from 'node:path';
import type { Environment } from '@foundnow/config';
import { replaceFile } from '@foundnow/crypto';

/** `npm run fn` finds the databases and keys of this installation here. It holds passwords: for the owner's eyes only. */
export async function rememberEnvironments(
  keysDir: string,
  environments: Readonly<Record<string, Environment>>,
): Promise<void> {
  const text = JSON.stringify(environments, null, 2);
  await replaceFile(join(keysDir, 'environments.json'), Buffer.from(text), 0o600);
}
