import { CompactEncrypt, importJWK } from 'jose';
import { paddedJson } from '../json-text.ts';
import type { RecipientKeys } from './public-jwks.ts';
import { placeClaim } from './sealed-place.ts';
import type { SealedPlace } from './sealed-place.ts';
import { CONTENT_ALGORITHM, KEY_ALGORITHM, type PublicSealingKey } from './sealing-key.ts';

/** A batch seals hundreds of fields with one key. */
const imported = new WeakMap<PublicSealingKey, ReturnType<typeof importJWK>>();

/** A compact JWE of `value` (anything JSON holds) that only `recipient` opens, and only at `place`. */
export async function sealFor(
  keys: RecipientKeys,
  recipient: string,
  place: SealedPlace,
  value: unknown,
): Promise<string> {
  const key = await keys.newestOf(recipient);
  return new CompactEncrypt(paddedJson(value))
    .setProtectedHeader({
      alg: KEY_ALGORITHM,
      enc: CONTENT_ALGORITHM,
      kid: key.kid,
      aud: recipient,
      ctx: placeClaim(place),
    })
    .encrypt(await importedOnce(key));
}

function importedOnce(key: PublicSealingKey): ReturnType<typeof importJWK> {
  const known = imported.get(key) ?? importJWK({ ...key }, KEY_ALGORITHM);
  imported.set(key, known);
  return known;
}
