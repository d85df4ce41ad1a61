import type { Findings } from '../config/findings.ts';
import type { BusEnv } from './bus-env.ts';

export interface RegistrySettings {
  readonly url: string;
  readonly auth?: { readonly username: string; readonly password: string };
}

const LOGIN = ['SCHEMA_REGISTRY_USERNAME', 'SCHEMA_REGISTRY_PASSWORD'] as const;

/** Undefined: ids come from the committed lock. What is wrong goes to the findings. */
export function registrySettings(env: BusEnv, findings: Findings): RegistrySettings | undefined {
  const url = env.SCHEMA_REGISTRY_URL;
  if (url === undefined) {
    // Numbers of the lock would pass for those of the registry that was meant.
    for (const key of LOGIN) if (env[key] !== undefined) findings.add(key, 'is set, but SCHEMA_REGISTRY_URL is not');
    return undefined;
  }
  examineAddress(new URL(url), findings);
  const { SCHEMA_REGISTRY_USERNAME: username, SCHEMA_REGISTRY_PASSWORD: password } = env;
  if (username !== undefined) findings.needed(env, 'SCHEMA_REGISTRY_PASSWORD', 'SCHEMA_REGISTRY_USERNAME is set');
  if (password !== undefined) findings.needed(env, 'SCHEMA_REGISTRY_USERNAME', 'SCHEMA_REGISTRY_PASSWORD is set');
  return { url, ...(username !== undefined && password !== undefined && { auth: { username, password } }) };
}

/** Paths are put after it, and it is named in logs. */
function examineAddress({ username, password, search, hash }: URL, findings: Findings): void {
  const key = 'SCHEMA_REGISTRY_URL';
  if (username !== '' || password !== '') findings.add(key, `must not hold a login: use ${LOGIN.join(' and ')}`);
  if (search !== '' || hash !== '') findings.add(key, 'must end with the path of the API, without ? and #');
}
