import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Where processes of services write what they say outside their own log: why they ended, above all. */
export function processLog(file: string | undefined): (name: string, line: string) => void {
  if (file === undefined) return (name, line) => console.log(`${name} | ${line}`);
  mkdirSync(dirname(file), { recursive: true });
  return (name, line) => appendFileSync(file, `${new Date().toISOString()} ${name} | ${line}\n`);
}
