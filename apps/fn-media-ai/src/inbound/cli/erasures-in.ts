import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { uuid } from '@foundnow/http';
import { DomainError } from '@foundnow/kernel';
import { z } from 'zod';

const line = z.object({ personId: uuid, requestedAt: z.coerce.date().optional() });
export type ErasureLine = z.infer<typeof line>;

/** What `fn posts erasures --json` printed, however long it is; `-` is the standard input. */
export async function* erasuresIn(from: string): AsyncGenerator<ErasureLine> {
  let number = 0;
  for await (const text of await linesOf(from)) {
    number += 1;
    if (text.trim() !== '') yield erasureIn(text, number);
  }
}

/** It names no value that it refuses. */
function erasureIn(text: string, number: number): ErasureLine {
  const read = line.safeParse(parsed(text));
  if (read.success) return read.data;
  const detail = `Line ${number} is no erasure: it must be a JSON object with a personId, as \`fn posts erasures --json\` prints.`;
  throw new DomainError('erasures.line', 'validation', detail);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
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
