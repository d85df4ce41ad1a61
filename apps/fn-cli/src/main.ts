import { EXIT_CODE } from '@foundnow/config';
import { explain } from './explain.ts';
import { outputWritten } from './output-written.ts';
import { createProgram } from './program.ts';
import { terminal } from './terminal.ts';

// Whoever reads has had enough (`| head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? 0 : EXIT_CODE.unexpected),
);

try {
  await createProgram(terminal(process.env)).parseAsync();
  await outputWritten();
  process.exit();
} catch (error) {
  const { text, exitCode } = explain(error);
  if (text !== '') process.stderr.write(`${text}\n`);
  await outputWritten();
  process.exit(exitCode);
}
