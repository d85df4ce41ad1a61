import { busSettings } from '../bus/bus-settings.ts';
import { registrySettings } from '../bus/registry-settings.ts';
import type { ServiceEnv } from '../service-env.ts';
import { examined, type Findings } from './findings.ts';
import { readNamedFile } from './read-pem.ts';

/** What the shape of the values does not show: keys that others make necessary, and files that must be there. */
export function examineConfig(env: ServiceEnv): void {
  examined((findings) => {
    busSettings(env, findings);
    registrySettings(env, findings);
    if (env.JWKS_URL.startsWith('file:')) examineJwks(new URL(env.JWKS_URL), findings);
  });
}

function examineJwks(file: URL, findings: Findings): void {
  const text = readNamedFile('JWKS_URL', file, findings);
  if (text !== undefined && !holdsKeys(text)) findings.add('JWKS_URL', 'names a file without keys (JSON Web Key Set)');
}

function holdsKeys(text: string): boolean {
  try {
    const { keys } = JSON.parse(text) as { keys?: unknown };
    return Array.isArray(keys) && keys.length > 0;
  } catch {
    return false;
  }
}
