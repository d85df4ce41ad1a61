import { z } from 'zod';
import { uuid } from '@foundnow/http';
import { DomainError } from '@foundnow/kernel';
import { ERASURE_SOURCES, type ErasureOrder } from '../../use-cases/privacy/erasures.port.ts';

const line = z.object({
  personId: uuid,
  source: z.enum(ERASURE_SOURCES).default('operator'),
  requestedAt: z.coerce.date().default(() => new Date()),
});

/** One line of what was printed of the ledger. It names no value that it refuses. */
export function readErasureLine(text: string, number: number): ErasureOrder {
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
