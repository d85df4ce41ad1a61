import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Baseline } from './baselines/baseline.ts';
import { fixedWeights } from './baselines/fixed-weights.ts';
import { Splink } from './baselines/splink/splink.ts';
import { tfIdf } from './baselines/tf-idf.ts';
import { type DataSet, foldersIn, readDataSet, writePosts } from './data/data-set.ts';
import { type Kept, readKept } from './kept.ts';
import { pairsIn } from './metrics/blocking.ts';
import { readCandidates } from './pipeline/read-candidates.ts';
import { type Ran, runPipeline } from './pipeline/run-pipeline.ts';
import { type Report, reportOf } from './report.ts';
import { type AllScored, scoreAll } from './scorers.ts';
import { chooseThresholds } from './thresholds.ts';

export interface Evaluation {
  readonly folder: string;
  readonly model: string | undefined;
  readonly withBaselines: boolean;
  readonly say: (text: string) => void;
}

interface Tried {
  readonly set: DataSet;
  readonly all: AllScored;
  readonly ran: Ran;
}

/** Judges the matcher on a folder; where it has splits, on `test`, by what was chosen and learnt on `validation`. */
export async function evaluate(evaluation: Evaluation): Promise<{ report: Report; learnt: Kept }> {
  const { judged, validation } = foldersIn(evaluation.folder);
  let { thresholds, splink } = readKept();
  const linker = new Splink(validation === undefined ? splink : undefined);
  const baselines = evaluation.withBaselines ? [fixedWeights, tfIdf, linker] : [];
  if (validation !== undefined) {
    const { all, set } = await tryOut(validation, evaluation, baselines);
    thresholds = chooseThresholds(all, pairsIn(set.truth));
    splink = linker.model;
  }
  const { set, all, ran } = await tryOut(judged, evaluation, baselines);
  return { report: reportOf(set, all, thresholds, ran), learnt: { thresholds, splink } };
}

async function tryOut(folder: string, { model, say }: Evaluation, baselines: readonly Baseline[]): Promise<Tried> {
  const set = await readDataSet(folder);
  say(`${folder}: ${set.posts.size} posts, ${pairsIn(set.truth)} pairs`);
  const scratch = mkdtempSync(join(tmpdir(), 'fn-pairs-'));
  try {
    const out = join(scratch, 'pairs.jsonl');
    writePosts(scratch, set);
    const ran = await runPipeline({ folder: scratch, out, model, say });
    const judged = await readCandidates(out, set);
    say(`${judged.candidates.length} candidates`);
    return { set, ran, all: await scoreAll(judged, baselines, say) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
