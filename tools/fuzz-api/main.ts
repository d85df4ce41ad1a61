// Starts the whole platform and lets Schemathesis drive every route of fn-posts by its API document, once for each role.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { freeAddresses } from '../ci/smoke/addresses.ts';
import { CheckList } from '../ci/smoke/check-list.ts';
import { startStack } from '../ci/smoke/play.ts';
import type { StackProcess } from '../ci/smoke/stack-process.ts';
import { preparePython } from '../outside-client/prepare-python.ts';
import { faultsIn } from './faults.ts';
import { findLies, fuzzAsEverybody } from './run.ts';

const { values } = parseArgs({
  options: {
    report: { type: 'string' },
    examples: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  console.log('npm run fuzz:api -- [--seed N] [--examples N of each route] [--only "a user"] [--report FILE]');
  process.exit(0);
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'fn-fuzz-'));
// Where the stack runs as root, PostgreSQL runs as another user and must be able to enter.
chmodSync(folder, 0o755);

const data = join(folder, 'data');
const list = new CheckList();
/** How fast it starts is judged elsewhere. */
const UNJUDGED = { add: (_name: string, pass: boolean) => pass };
let stack: StackProcess | undefined;
process.once('SIGTERM', () => {
  stack?.kill();
  process.exit(1);
});
try {
  const [seed, examples] = [Number(values.seed), Number(values.examples)];
  console.log(`seed ${seed}: npm run fuzz:api -- --seed ${seed} asks the same again`);
  const python = await preparePython({ requirements: fileURLToPath(new URL('requirements.txt', import.meta.url)) });
  const settings = { python, seed, examples, folder: join(folder, 'run') };
  await findLies(list, settings);
  const at = await freeAddresses();
  const options = { root, env: { ...process.env, DATA_DIR: data, BASE_PORT: String(at.basePort) } };
  stack = await startStack(UNJUDGED, options, at, 'only');
  if (stack === undefined) list.add('the platform starts', false);
  else {
    await fuzzAsEverybody(list, { ...settings, service: at.posts, options, data, only: values.only });
    await stack.interrupt(15_000);
  }
} catch (error) {
  const said = error instanceof Error ? error.stack : String(error);
  list.add('the API is fuzzed to the end', false, `${said}\n${faultsIn(data)}`);
} finally {
  stack?.kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
if (values.report !== undefined) writeFileSync(values.report, `${JSON.stringify({ checks: list.checks }, null, 2)}\n`);
process.exit(list.allPassed ? 0 : 1);
