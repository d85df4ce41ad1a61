import { existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FULL_BYTES = 20 * 1024 * 1024;
const KEPT = 3;

/** Before anybody writes: a log that is full becomes `<name>.log.1`, and the oldest of its kind goes. */
export function rotateLogs(logsDir: string, fullBytes = FULL_BYTES): void {
  if (!existsSync(logsDir)) return;
  for (const name of readdirSync(logsDir).filter((each) => each.endsWith('.log'))) {
    const file = join(logsDir, name);
    if (statSync(file).size >= fullBytes) moveOn(file);
  }
}

function moveOn(file: string): void {
  const names = [file, ...Array.from({ length: KEPT }, (_, index) => `${file}.${index + 1}`)];
  for (let at = KEPT; at > 0; at -= 1) {
    const [from, to] = [names[at - 1] ?? file, names[at] ?? file];
    if (existsSync(from)) renameSync(from, to);
  }
}
