import { fileURLToPath } from 'node:url';
import { type Environment, envUrl, parseEnv } from '@foundnow/config';
import { objectsEnv, serviceEnv } from '@foundnow/service';
import { z } from 'zod';

const key = () =>
  z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((bytes) => bytes.length === 32, { params: { wanted: 'must be 32 bytes in base64' } });

const KMS_KEY = /^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+$/;

export const postsEnv = serviceEnv.extend({
  ...objectsEnv.shape,
  /** Changing it moves every public place, so it never changes. */
  PUBLIC_PLACE_KEY: key(),
  /** Hashes under another key compare with none of those under this one. */
  IDENTIFIER_HASH_KEY: key(),
  /** Wraps the keys of contact data while it is exchanged: without it nothing of that opens. */
  CONTACT_MASTER_KEY: key(),
  /** Has Cloud KMS wrap them instead. */
  CONTACT_KMS_KEY: z
    .string()
    .refine((name) => KMS_KEY.test(name), {
      params: { wanted: 'must look like projects/P/locations/L/keyRings/R/cryptoKeys/K' },
    })
    .optional(),
  /** Where services publish the keys that are sealed for them: a folder, or an address. */
  SEALING_JWKS_URL: envUrl(['https', 'http', 'file']).transform((url) =>
    url.startsWith('file:') ? fileURLToPath(url) : url,
  ),
});

/** What an installation makes for it, and from which of its own secrets. */
export const postsSecrets = {
  PUBLIC_PLACE_KEY: 'public-place',
  IDENTIFIER_HASH_KEY: 'identifier-hash',
  CONTACT_MASTER_KEY: 'contact-master',
  /** One for every service that hands out addresses of the same files. */
  OBJECT_URL_KEY: 'object-urls',
} as const;

export type PostsConfig = z.infer<typeof postsEnv>;

export function parsePostsConfig(env: Environment): PostsConfig {
  return parseEnv(postsEnv, { PORT: '4001', ...env });
}
