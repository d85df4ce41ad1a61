import { type Environment, parseEnv } from '@foundnow/config';
import { serviceEnv } from '@foundnow/service';
import { z } from 'zod';

export const postsEnv = serviceEnv.extend({
  /** 32 bytes in base64. Changing it moves every public place, so it never changes. */
  PUBLIC_PLACE_KEY: z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((key) => key.length === 32, { params: { wanted: 'must be 32 bytes in base64' } }),
});

/** What an installation makes for it, and from which of its own secrets. */
export const postsSecrets = { PUBLIC_PLACE_KEY: 'public-place' } as const;

export type PostsConfig = z.infer<typeof postsEnv>;

export function parsePostsConfig(env: Environment): PostsConfig {
  return parseEnv(postsEnv, { PORT: '4001', ...env });
}
