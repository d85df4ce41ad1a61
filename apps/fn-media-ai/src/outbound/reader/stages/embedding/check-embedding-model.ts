import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { modelProblem } from './model-problem.ts';

export interface EmbeddingModel {
  readonly model: string;
  readonly runtime: string;
  readonly dimensions: number;
  /** Bytes that a reader needs beside its own for it: its limits go up by as much. */
  readonly memory: number;
}

export type CheckAnswer = EmbeddingModel | { readonly reason: string };

const run = promisify(execFile);
const PATIENCE_MS = 120_000;

// In the repository it is TypeScript, in a container it was compiled.
const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const PROGRAM = new URL(`./embedding-check-program.${EXTENSION}`, import.meta.url);

/** For the start of the service: tries the model in a process of its own, whose memory goes back. */
export async function checkEmbeddingModel(modelFile: string): Promise<EmbeddingModel> {
  const runtime = new URL('../../../../../../../tools/runtime/register.mjs', import.meta.url).href;
  const load = EXTENSION === 'ts' ? ['--import', runtime] : [];
  const options = { env: {}, timeout: PATIENCE_MS, killSignal: 'SIGKILL' } as const;
  const { stdout } = await run(process.execPath, [...load, fileURLToPath(PROGRAM), modelFile], options).catch(() => {
    throw modelProblem(
      `names a model with which a reader ends or takes over ${PATIENCE_MS / 1_000} s: try a smaller one`,
    );
  });
  const answer = JSON.parse(stdout) as CheckAnswer;
  if ('reason' in answer) throw modelProblem(answer.reason);
  return answer;
}
