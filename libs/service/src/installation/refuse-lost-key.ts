import { existsSync, readdirSync } from 'node:fs';
import { DomainError } from '@foundnow/kernel';

/** A new key in its place would look like a working start: every public place would move, and no login would fit. */
export function refuseLostKey(file: string, madeWithIt: readonly string[]): void {
  const left = madeWithIt.find(holdsSomething);
  if (left === undefined) return;
  throw new DomainError(
    'key_file.missing',
    'dependency',
    `The key file ${file} is gone, and what is in ${left} was made with it. Bring the file back from a backup, or ` +
      'begin anew with another data folder.',
  );
}

/** What begins with a dot is a file that was being written. */
function holdsSomething(path: string): boolean {
  return existsSync(path) && readdirSync(path).some((name) => !name.startsWith('.'));
}
