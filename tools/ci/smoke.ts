// Starts the whole platform as a new user would, reports an item, stops it, and starts it again.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { freeAddresses } from './smoke/addresses.ts';
import { CheckList } from './smoke/check-list.ts';
import { checkKept, checkMemory, checkStop, playJourney, startStack } from './smoke/play.ts';
import type { StackProcess } from './smoke/stack-process.ts';

const { values } = parseArgs({ options: { report: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
if (values.help) {
  console.log('npm run ci:smoke -- [--report FILE]: npm start, one reported item, Ctrl-C, a second start');
  process.exit(0);
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'fn-smoke-'));
// Where the stack runs as root, PostgreSQL runs as another user and must be able to enter.
chmodSync(data, 0o755);

const list = new CheckList();
let stack: StackProcess | undefined;
process.once('SIGTERM', () => {
  stack?.kill();
  process.exit(1);
});
try {
  const at = await freeAddresses();
  const options = { root, env: { ...process.env, DATA_DIR: join(data, 'data'), BASE_PORT: String(at.basePort) } };
  stack = await startStack(list, options, at, 'first');
  if (stack !== undefined) {
    const played = await playJourney(list, options, at);
    await checkMemory(list, stack);
    await checkStop(list, stack, 'first');
    stack = await startStack(list, options, at, 'second');
    if (stack !== undefined) {
      await checkKept(list, at, played);
      await checkStop(list, stack, 'second');
    }
  }
} catch (error) {
  list.add(
    'the smoke test runs to its end',
    false,
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
  console.log(stack?.output ?? '');
} finally {
  stack?.kill();
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}
if (values.report !== undefined) writeFileSync(values.report, `${JSON.stringify({ checks: list.checks }, null, 2)}\n`);
process.exit(list.allPassed ? 0 : 1);
