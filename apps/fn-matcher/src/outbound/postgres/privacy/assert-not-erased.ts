import { DomainError } from '@foundnow/kernel';
import type { Tx } from '@foundnow/postgres';

/** Of somebody who was erased nothing new is kept; an erasure that is under way is waited for. */
export async function assertNotErased(tx: Tx, personId: string): Promise<void> {
  const [row] = await tx.query<{ erased: boolean }>('select matcher.is_erased($1) as erased', [personId]);
  if (row?.erased !== true) return;
  throw new DomainError(
    'person.erased',
    'conflict',
    'You were erased from this service: nothing of you is kept any more.',
  );
}
