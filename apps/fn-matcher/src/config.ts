import { fileURLToPath } from 'node:url';
import { type Environment, envDuration, envInt, envList, envUrl, parseEnv } from '@foundnow/config';
import { serviceEnv } from '@foundnow/service';
import { z } from 'zod';
import { SIGNAL_NAMES } from './domain/signals/all-signals.ts';

const key = () =>
  z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((bytes) => bytes.length === 32, { params: { wanted: 'must be 32 bytes in base64' } });

const probability = () =>
  z
    .string()
    .refine((text) => /^(?:0?\.\d+|0|1|1\.0+)$/.test(text), {
      params: { wanted: 'must be a probability such as 0.85' },
    })
    .transform(Number);

const signals = () =>
  envList().refine((names) => names.every((name) => (SIGNAL_NAMES as readonly string[]).includes(name)), {
    params: { wanted: `must be some of ${SIGNAL_NAMES.join(', ')}` },
  });

export const matcherEnv = serviceEnv
  .extend({
    /** Hashes serial numbers so that they can be compared and not read. Another key compares with none of before. */
    MATCHER_IDENTIFIER_KEY: key(),
    /** Hashes handover codes: those that were made under another key open nothing. */
    MATCHER_HANDOVER_KEY: key(),
    /** Where services publish the keys that are sealed for them: a folder, or an address. */
    SEALING_JWKS_URL: envUrl(['https', 'http', 'file']).transform((url) =>
      url.startsWith('file:') ? fileURLToPath(url) : url,
    ),
    /** The folder with this service's own keys; without it the one that the public keys are in. */
    SEALING_KEYS_DIR: z.string().min(1).optional(),
    /** A file of `models/`, without its ending. */
    MATCHER_MODEL: z
      .string()
      .refine((name) => /^[a-z0-9][a-z0-9.-]*$/.test(name), {
        params: { wanted: 'must be the name of a model in models/' },
      })
      .default('v1'),
    /** From these calibrated probabilities on both sides are told, are shown, and the desk looks. */
    MATCHER_NOTIFY_FROM: probability().default(0.85),
    MATCHER_SHOW_FROM: probability().default(0.7),
    MATCHER_REVIEW_FROM: probability().default(0.5),
    /** Signals that are not looked at. */
    MATCHER_SIGNALS_OFF: signals().default([]),
    /** With so many a post is compared at most, the nearest. */
    MATCHER_MOST_CANDIDATES: envInt({ min: 10, max: 20_000 }).default(2_000),
    /** How many posts a replica scores at once. */
    MATCHER_SCORERS: envInt({ min: 1, max: 16 }).default(2),
    /** After so long another replica takes over what one has taken. */
    MATCHER_LEASE: envDuration({ min: 1_000, max: 600_000 }).default(60_000),
    /** How often it is counted how common words and places are. */
    MATCHER_COUNT_EVERY: envDuration({ min: 1_000, max: 86_400_000 }).default(600_000),
  })
  .refine(
    ({ MATCHER_NOTIFY_FROM: notify, MATCHER_SHOW_FROM: show, MATCHER_REVIEW_FROM: review }) =>
      notify >= show && show >= review,
    { path: ['MATCHER_SHOW_FROM'], params: { wanted: 'must lie between MATCHER_REVIEW_FROM and MATCHER_NOTIFY_FROM' } },
  );

/** What an installation makes for it, and from which of its own secrets. */
export const matcherSecrets = {
  MATCHER_IDENTIFIER_KEY: 'matcher-identifiers',
  MATCHER_HANDOVER_KEY: 'matcher-handover',
} as const;

export type MatcherConfig = z.infer<typeof matcherEnv>;

export function parseMatcherConfig(env: Environment): MatcherConfig {
  return parseEnv(matcherEnv, { PORT: '4003', ...env });
}
