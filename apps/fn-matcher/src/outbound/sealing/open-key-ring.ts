import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { KeyRing } from '@foundnow/crypto';
import type { Clock } from '@foundnow/kernel';

const RECIPIENT = 'matcher';

/** Where keys are handed out to be read, somebody else replaces them when they are old. */
export async function openKeyRing(dir: string, clock: Clock): Promise<{ ring: KeyRing; isOurs: boolean }> {
  const isOurs = await access(join(dir, 'public'), constants.W_OK).then(
    () => true,
    () => false,
  );
  const ring = await (isOurs
    ? KeyRing.open({ dir, recipient: RECIPIENT, clock })
    : KeyRing.read({ dir, recipient: RECIPIENT, clock }));
  return { ring, isOurs };
}
