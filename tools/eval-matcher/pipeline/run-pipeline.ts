import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const RUNNER = 'apps/fn-matcher/test/evaluation/main.ts';

const ran = z.object({
  posts: z.number(),
  candidates: z.number(),
  capped: z.number(),
  model: z.string(),
  intakeSeconds: z.number(),
  scoringSeconds: z.number(),
});

export type Ran = z.infer<typeof ran>;

export interface PipelineOptions {
  readonly folder: string;
  /** Gets every scored pair. */
  readonly out: string;
  readonly model: string | undefined;
  readonly say: (text: string) => void;
}

/** The matcher in a process of its own: who judges it shares no code with it. */
export async function runPipeline({ folder, out, model, say }: PipelineOptions): Promise<Ran> {
  const chosen = model === undefined ? [] : ['--model', model];
  const args = ['--import', './tools/runtime/register.mjs', RUNNER, '--data', folder, '--out', out, ...chosen];
  const child = spawn(process.execPath, ['--max-old-space-size=4096', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told: string[] = [];
  createInterface({ input: child.stderr }).on('line', (text) => {
    told.push(text);
    say(text);
  });
  let answer = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (answer += text));
  const code = await new Promise<number | null>((ended, failed) => child.on('close', ended).on('error', failed));
  if (code !== 0) throw new Error(`the pipeline ended with ${code}:\n${told.slice(-20).join('\n')}`);
  return ran.parse(JSON.parse(answer));
}
