import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '@foundnow/config';

/** `npm run fn` finds the databases and keys of this installation here. It holds passwords: for the owner's eyes only. */
export function rememberEnvironments(keysDir: string, environments: Readonly<Record<string, Environment>>): void {
  writeFileSync(join(keysDir, 'environments.json'), JSON.stringify(environments, null, 2), { mode: 0o600 });
}
