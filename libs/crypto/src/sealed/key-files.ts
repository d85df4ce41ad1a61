import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@foundnow/kernel';
import { parsedJson } from '../json-text.ts';
import { createPrivateFile, ignoreMissing, readPrivateFile, removeStaleTemporaries } from '../private-file.ts';
import type { SealingKey } from './sealing-key.ts';

export interface KeyFile {
  readonly sequence: number;
  readonly key: SealingKey;
}

/** One file per private key, numbered: the number is what two processes that rotate at once compete for. */
export class KeyFiles {
  constructor(private readonly dir: string) {}

  async prepare(): Promise<void> {
    await mkdir(this.dir, { recursive: true, mode: 0o700 });
    await removeStaleTemporaries(this.dir, Date.now());
  }

  /** Newest first. */
  async read(): Promise<KeyFile[]> {
    const names = (await readdir(this.dir)).filter((name) => /^\d{6}\.json$/.test(name)).sort();
    const files: KeyFile[] = [];
    for (const name of names) {
      const bytes = await readPrivateFile(join(this.dir, name)).catch(ignoreMissing);
      if (bytes !== undefined) files.unshift({ sequence: Number.parseInt(name, 10), key: keyIn(name, bytes) });
    }
    return files;
  }

  /** False when another process took this number first: its key is as good as ours. */
  create(sequence: number, key: SealingKey): Promise<boolean> {
    return createPrivateFile(this.#path(sequence), Buffer.from(JSON.stringify(key)));
  }

  remove(sequence: number): Promise<void> {
    return rm(this.#path(sequence), { force: true });
  }

  #path(sequence: number): string {
    return join(this.dir, `${String(sequence).padStart(6, '0')}.json`);
  }
}

function keyIn(name: string, bytes: Uint8Array): SealingKey {
  const parsed = parsedJson(bytes);
  if (parsed === undefined) {
    throw new DomainError(
      'key_file.damaged',
      'dependency',
      `The key file ${name} is damaged: restore it from a backup.`,
    );
  }
  return parsed.value as SealingKey;
}
