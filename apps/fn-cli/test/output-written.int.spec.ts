import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const LINES = 3000;
const PROGRAM = `
  import { outputWritten } from './apps/fn-cli/src/output-written.ts';
  for (let line = 0; line < ${LINES}; line += 1) process.stdout.write('x'.repeat(999) + '\\n');
  await outputWritten();
  process.exit(3);`;

it('outputWritten waits for all output, however slowly a pipe takes it', async () => {
  const args = ['--import', './tools/runtime/register.mjs', '--input-type=module', '-e', PROGRAM];
  const child = spawn(process.execPath, args, { cwd: root });
  // Nobody reads before the pipe is full and the program is at its end.
  await once(child.stdout, 'readable');
  let bytes = 0;
  for await (const chunk of child.stdout) bytes += (chunk as Buffer).length;
  expect(bytes).toBe(LINES * 1000);
  if (child.exitCode === null) await once(child, 'exit');
  expect(child.exitCode).toBe(3);
});
