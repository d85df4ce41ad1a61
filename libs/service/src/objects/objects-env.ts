import { ConfigError, envUrl } from '@foundnow/config';
import { z } from 'zod';

/** Where files lie. Every service that has any reads the same, so that one finds what another stored. */
export const objectsEnv = z.object({
  OBJECT_STORE: z.enum(['none', 'local', 'gcs']).default('none'),
  OBJECT_DIR: z.string().min(1).optional(),
  OBJECT_URL: envUrl().optional(),
  OBJECT_URL_KEY: z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((bytes) => bytes.length === 32, { params: { wanted: 'must be 32 bytes in base64' } })
    .optional(),
  OBJECT_BUCKET: z.string().min(3).optional(),
});

export type ObjectsEnv = z.infer<typeof objectsEnv>;

export type ObjectSettings =
  | { readonly kind: 'none' }
  | { readonly kind: 'gcs'; readonly bucket: string }
  | { readonly kind: 'local'; readonly root: string; readonly baseUrl: string; readonly signingSecret: Buffer };

/** What the chosen store needs; what is missing is named. */
export function objectSettings(env: ObjectsEnv): ObjectSettings {
  const { OBJECT_DIR: root, OBJECT_URL: baseUrl, OBJECT_URL_KEY: signingSecret, OBJECT_BUCKET: bucket } = env;
  if (env.OBJECT_STORE === 'none') return { kind: 'none' };
  if (env.OBJECT_STORE === 'gcs') {
    if (bucket === undefined) throw needed('OBJECT_BUCKET');
    return { kind: 'gcs', bucket };
  }
  if (root === undefined) throw needed('OBJECT_DIR');
  if (baseUrl === undefined) throw needed('OBJECT_URL');
  if (signingSecret === undefined) throw needed('OBJECT_URL_KEY');
  return { kind: 'local', root, baseUrl, signingSecret };
}

function needed(key: string): ConfigError {
  return new ConfigError([{ key, reason: 'is needed for this OBJECT_STORE' }]);
}
