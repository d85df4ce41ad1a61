import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { MatchModel } from '../../domain/scoring/match-model.ts';

const level = z
  .object({
    m: z.number().positive().max(1),
    u: z.number().positive().max(1),
    rarity: z.number().optional(),
    nudge: z.number().default(0),
  })
  .transform(({ rarity, ...chances }) => ({ ...chances, ...(rarity !== undefined && { rarity }) }));
const model = z.object({
  version: z.string(),
  trained: z.record(z.string(), z.union([z.string(), z.number()])),
  prior: z.object({ alone: z.number(), perDoubling: z.number() }),
  background: z.object({
    posts: z.number().positive(),
    shares: z.record(z.string(), z.number()),
    otherwise: z.number().positive(),
  }),
  signals: z.record(z.string(), z.object({ trust: z.number().min(0), levels: z.record(z.string(), level) })),
  calibration: z.object({ slope: z.number().positive(), shift: z.number() }),
  contention: z.object({
    ofLost: z.number().min(0),
    ofFound: z.number().min(0),
    slope: z.number().positive(),
    shift: z.number(),
  }),
});

const FOLDER = new URL('../../../models/', import.meta.url);

/** Checked when the service starts, so that no post is scored by half a model. */
export function readModel(name: string): MatchModel {
  return model.parse(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')));
}
