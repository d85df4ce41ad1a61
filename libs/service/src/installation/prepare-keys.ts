import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadOrCreateSigningKey, type SigningKey } from '@foundnow/auth';
import { KeyRing } from '@foundnow/crypto';
import { systemClock } from '@foundnow/kernel';
import { InstallationSecrets } from './installation-secrets.ts';

/** The services that open sealed fields. */
const SEALING_RECIPIENTS = ['matcher', 'notifications'];

export interface InstallationKeys {
  readonly secrets: InstallationSecrets;
  /** Of the tokens that this installation signs itself. */
  readonly signingKey: SigningKey;
}

/**
 * Everything secret that an installation on one machine has, made when it is not there yet; refused when something in
 * `madeWithIt` is older. Nobody else may read it.
 */
export async function prepareKeys(keysDir: string, madeWithIt: readonly string[] = []): Promise<InstallationKeys> {
  await mkdir(keysDir, { recursive: true, mode: 0o700 });
  const secrets = await InstallationSecrets.open(keysDir, madeWithIt);
  const signingKey = await loadOrCreateSigningKey(keysDir);
  for (const recipient of SEALING_RECIPIENTS) {
    await KeyRing.open({ dir: join(keysDir, 'sealing'), recipient, clock: systemClock });
  }
  return { secrets, signingKey };
}
