import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Environment, envBoolean, envDuration, envInt, envUrl, parseEnv } from '@foundnow/config';
import { objectsEnv, serviceEnv } from '@foundnow/service';
import { z } from 'zod';
import { visionEnv } from './vision-env.ts';

export const mediaAiEnv = serviceEnv.extend({
  ...objectsEnv.shape,
  ...visionEnv.shape,
  /** Where services publish the keys that are sealed for them: a folder, or an address. */
  SEALING_JWKS_URL: envUrl(['https', 'http', 'file']).transform((url) =>
    url.startsWith('file:') ? fileURLToPath(url) : url,
  ),
  /** How many photos are read at once, each in a process of its own. */
  MEDIA_AI_READERS: envInt({ min: 1, max: 64 }).default(availableParallelism()),
  /** Without, nothing is read on photos, and every public form is covered whole. */
  MEDIA_AI_OCR: envBoolean().default(true),
  /** File of an image encoder in ONNX for comparing looks; without it the descriptor alone. */
  MEDIA_AI_ONNX_MODEL: z.string().min(1).optional(),
  /** How long one photo may take in its reader. */
  MEDIA_AI_PATIENCE: envDuration({ min: 1_000, max: 300_000 }).default(30_000),
  /** After so long without a sign of life another replica takes a photo over. */
  MEDIA_AI_LEASE: envDuration({ min: 1_000, max: 600_000 }).default(60_000),
});

/** What an installation makes for it, and from which of its own secrets. */
export const mediaAiSecrets = {
  /** One for every service that opens the same files. */
  OBJECT_URL_KEY: 'object-urls',
} as const;

export type MediaAiConfig = z.infer<typeof mediaAiEnv>;

export function parseMediaAiConfig(env: Environment): MediaAiConfig {
  return parseEnv(mediaAiEnv, { PORT: '4002', ...env });
}
