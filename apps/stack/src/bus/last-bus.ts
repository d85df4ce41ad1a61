import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '@foundnow/crypto';

/** Over which bus the events of this data folder went last, and until when those of the embedded one were carried on. */
export interface LastBus {
  readonly bus: string;
  readonly carriedUntil?: string;
}

const FILE = 'bus.json';

/** A folder that says nothing was used with the embedded bus, or not at all. */
export function readLastBus(dir: string): LastBus {
  const file = join(dir, FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LastBus) : { bus: 'embedded' };
}

export async function writeLastBus(dir: string, last: LastBus): Promise<void> {
  await replaceFile(join(dir, FILE), Buffer.from(`${JSON.stringify(last)}\n`));
}
