import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Split, SPLITS } from './post.ts';
import { drawWorld } from './world/world.ts';

const VERSION = '1.0.0';
const SHARES: Readonly<Record<Split, number>> = { train: 0.6, validation: 0.2, test: 0.2 };
const HELP = `npm run data:matching -- [--seed 1] [--pairs 2000] [--distractors 4000] [--out .data/matching] [--only train|validation|test]

Writes lost and found posts that describe the same items, and others that do not: DIR/{train,validation,test}/posts.jsonl
and truth.jsonl. The same numbers write the same bytes. --only writes all pairs as one split, straight into DIR.`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    pairs: { type: 'string', default: '2000' },
    distractors: { type: 'string' },
    out: { type: 'string', default: '.data/matching' },
    only: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const [seed, pairs] = [Number(values.seed), Number(values.pairs)];
const distractors = Number(values.distractors ?? 2 * pairs);
const only = SPLITS.find((split) => split === values.only);
const isWrong =
  ![seed, pairs, distractors].every((count) => Number.isInteger(count) && count >= 0) ||
  pairs < 1 ||
  (values.only !== undefined && only === undefined);
if (values.help || isWrong) {
  console.log(HELP);
  process.exit(values.help ? 0 : 64);
}

if (only === undefined) {
  for (const split of SPLITS) write(split, join(values.out, split), SHARES[split]);
} else write(only, values.out, 1);

function write(split: Split, folder: string, share: number): void {
  const size = { seed, split, pairs: Math.round(pairs * share), distractors: Math.round(distractors * share) };
  const { reports, truth } = drawWorld(size);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'posts.jsonl'), lines(reports.map(({ post }) => post)));
  writeFileSync(join(folder, 'truth.jsonl'), lines(truth));
  writeFileSync(join(folder, 'made.json'), `${JSON.stringify({ version: VERSION, licence: 'CC0-1.0', ...size })}\n`);
  console.log(`${folder}: ${reports.length} posts, ${truth.length} pairs`);
}

function lines(things: readonly unknown[]): string {
  return things.map((thing) => `${JSON.stringify(thing)}\n`).join('');
}
