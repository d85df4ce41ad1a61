import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { DomainError } from '@foundnow/kernel';
import type { ErasureOrder } from '../../use-cases/privacy/erasures.port.ts';
import { readErasureLine } from './erasure-line.ts';

/** Line by line, however long it is; `-` is the standard input. */
export async function* readErasuresFile(from: string): AsyncGenerator<ErasureOrder> {
  let number = 0;
  for await (const line of await linesOf(from)) {
    number += 1;
    if (line.trim() !== '') yield readErasureLine(line, number);
  }
}

async function linesOf(from: string): Promise<AsyncIterable<string>> {
  if (from === '-') return createInterface({ input: process.stdin });
  try {
    return (await open(from)).readLines();
  } catch (cause) {
    const detail = 'The file that --from names cannot be read: is it there, and is it yours?';
    throw new DomainError('erasures.file', 'validation', detail, { cause });
  }
}
