import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { preparePython, type PythonPlace } from '../../../outside-client/prepare-python.ts';
import { runProgram } from '../../../outside-client/run-program.ts';
import type { Candidate } from '../../data/candidate.ts';
import { jsonLines } from '../../data/json-lines.ts';
import type { Baseline, NotRun } from '../baseline.ts';
import { recordsOf } from './records.ts';

const REQUIREMENTS = fileURLToPath(new URL('requirements.txt', import.meta.url));
const SCRIPT = fileURLToPath(new URL('link.py', import.meta.url));
const LONGEST_MS = 240_000;
const MOST_CANDIDATES = 1_000_000;
const line = z.tuple([z.string(), z.string(), z.number()]);

/**
 * The usual open tool for such links, without labels, as its manual says. It learns from the first candidates that it is
 * given, or before them from a model that was kept.
 */
export class Splink implements Baseline {
  readonly name = 'splink';
  #model: string | undefined;

  constructor(
    kept?: string,
    private readonly place: PythonPlace = {},
  ) {
    this.#model = kept;
  }

  get model(): string | undefined {
    return this.#model;
  }

  async score(candidates: readonly Candidate[]): Promise<readonly number[] | NotRun> {
    if (candidates.length > MOST_CANDIDATES) return { notRun: `more than ${MOST_CANDIDATES} candidates` };
    const python = await interpreter(this.place);
    if (typeof python !== 'string') return python;
    const folder = mkdtempSync(join(tmpdir(), 'fn-splink-'));
    try {
      return await this.link(python, folder, candidates);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  private async link(python: string, folder: string, candidates: readonly Candidate[]) {
    const [records, model, scores] = ['records.json', 'model.json', 'scores.jsonl'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    writeFileSync(records, JSON.stringify(recordsOf(candidates)));
    if (this.#model !== undefined) writeFileSync(model, this.#model);
    const { code, complaint } = await runProgram(python, [SCRIPT, records, model, scores], {
      timeoutMs: LONGEST_MS,
      cwd: folder,
    });
    if (code !== 0) return { notRun: `Splink ended with ${code}: ${complaint.trim().split('\n').at(-1)}` };
    this.#model = readFileSync(model, 'utf8');
    const weights = new Map<string, number>();
    for await (const [one, other, weight] of jsonLines(scores, line)) {
      weights.set(`${one}\n${other}`, weight);
      weights.set(`${other}\n${one}`, weight);
    }
    return candidates.map(({ lost, found }) => weights.get(`${lost.id}\n${found.id}`) ?? -Infinity);
  }
}

async function interpreter(place: PythonPlace): Promise<string | NotRun> {
  try {
    return await preparePython({ ...place, requirements: REQUIREMENTS });
  } catch (error) {
    return { notRun: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}
