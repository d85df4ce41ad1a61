import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { preparePython } from '../../../outside-client/prepare-python.ts';
import { runProgram } from '../../../outside-client/run-program.ts';
import type { Candidate } from '../../data/candidate.ts';
import { jsonLines } from '../../data/json-lines.ts';
import type { Baseline, NotRun } from '../baseline.ts';
import { recordsOf } from './records.ts';

const FOLDER = new URL('.', import.meta.url);
const LONGEST_MS = 240_000;
const MOST_CANDIDATES = 1_000_000;
const line = z.tuple([z.string(), z.string(), z.number()]);

/** The usual open tool for such links, without labels, as its manual says. */
export const splink: Baseline = {
  name: 'splink',
  async score(candidates) {
    if (candidates.length > MOST_CANDIDATES) return { notRun: `more than ${MOST_CANDIDATES} candidates` };
    const python = await interpreter();
    if (typeof python !== 'string') return python;
    const folder = mkdtempSync(join(tmpdir(), 'fn-splink-'));
    try {
      return await link(python, folder, candidates);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function interpreter(): Promise<string | NotRun> {
  try {
    return await preparePython({ requirements: fileURLToPath(new URL('requirements.txt', FOLDER)) });
  } catch (error) {
    return { notRun: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

async function link(python: string, folder: string, candidates: readonly Candidate[]) {
  const [source, target] = [join(folder, 'records.json'), join(folder, 'scores.jsonl')];
  writeFileSync(source, JSON.stringify(recordsOf(candidates)));
  const script = fileURLToPath(new URL('link.py', FOLDER));
  const { code, complaint } = await runProgram(python, [script, source, target], {
    timeoutMs: LONGEST_MS,
    cwd: folder,
  });
  if (code !== 0) return { notRun: `Splink ended with ${code}: ${complaint.trim().split('\n').at(-1)}` };
  const weights = new Map<string, number>();
  for await (const [one, other, weight] of jsonLines(target, line)) {
    weights.set(`${one}\n${other}`, weight);
    weights.set(`${other}\n${one}`, weight);
  }
  return candidates.map(({ lost, found }) => weights.get(`${lost.id}\n${found.id}`) ?? -Infinity);
}
