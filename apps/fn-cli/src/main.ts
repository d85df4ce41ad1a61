import { CommanderError } from 'commander';
import { explain } from './explain.ts';
import { createProgram } from './program.ts';
import { terminal } from './terminal.ts';

try {
  await createProgram(terminal(process.env)).parseAsync();
  process.exit();
} catch (error) {
  // Commander has printed its own help or complaint already.
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 64);
  const { text, exitCode } = explain(error);
  process.stderr.write(`${text}\n`);
  process.exit(exitCode);
}
