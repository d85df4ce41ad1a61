import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from '../outside-client/run-program.ts';
import { configFor, type Tokens } from './config-file.ts';
import type { Met } from './met.ts';
import { type FuzzReport, type Verdict, verdictOf } from './verdict.ts';
import type { World } from './world/world.ts';

export interface FuzzSettings {
  readonly python: string;
  /** Of each route, beside those that cover what its schemas can hold. */
  readonly examples: number;
  readonly seed: number;
  /** For what Schemathesis reports and remembers; made anew each time. */
  readonly folder: string;
}

export interface FuzzOptions extends FuzzSettings {
  /** `http://127.0.0.1:4001` */
  readonly service: string;
  /** Undefined: a stranger. */
  readonly tokens?: Tokens | undefined;
  readonly world: World;
}

export interface Fuzzed extends Verdict {
  readonly met: Met;
  readonly failures: FuzzReport['failures'];
}

const HOOKS = fileURLToPath(new URL('hooks.py', import.meta.url));
/** Python 3.11 now and then fails to describe its own functions, and Schemathesis then gives up. */
const TRIES = 2;
const LONGEST_MS = 240_000;

/** Drives every route of a running service by its API document. */
export async function fuzz(options: FuzzOptions): Promise<Fuzzed> {
  for (let tried = 1; ; tried += 1) {
    const fuzzed = await attempt(options);
    if (!fuzzed.gaveUp || tried === TRIES) return fuzzed;
  }
}

async function attempt({ python, service, tokens, world, examples, seed, folder }: FuzzOptions): Promise<Fuzzed> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(join(folder, 'world.json'), JSON.stringify({ ...world, seed }));
  writeFileSync(join(folder, 'schemathesis.toml'), configFor(tokens));
  const limits = ['--seed', String(seed), '--max-examples', String(examples)];
  const reported = ['--report', 'json', '--report-json-path', 'report.json'];
  const args = ['--no-color', 'run', `${service}/api/openapi.json`, ...limits, ...reported];
  const { code, out, complaint } = await runProgram(python, ['-m', 'schemathesis.cli', ...args], {
    timeoutMs: LONGEST_MS,
    cwd: folder,
    env: { SCHEMATHESIS_HOOKS: HOOKS },
  });
  const report = read<FuzzReport>(folder, 'report.json');
  const met = read<Met>(folder, 'met.json') ?? {};
  return { ...verdictOf(code, report, out + complaint), met, failures: report?.failures ?? [] };
}

function read<T>(folder: string, name: string): T | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
  } catch {
    return undefined;
  }
}
