import type { StoredToken } from '@foundnow/crypto';
import type { TicketStore } from './stream-tickets.ts';

/** For one process. Several replicas share a `PostgresTokenStore` instead. */
export class MemoryTicketStore implements TicketStore {
  private readonly tickets = new Map<string, StoredToken>();

  constructor(private readonly most = 10_000) {}

  save(ticket: StoredToken): Promise<void> {
    this.tickets.set(keyOf(ticket.hash), ticket);
    const [oldest] = this.tickets.keys();
    if (this.tickets.size > this.most && oldest !== undefined) this.tickets.delete(oldest);
    return Promise.resolve();
  }

  consume: TicketStore['consume'] = (hash, purpose, now) => {
    const key = keyOf(hash);
    const ticket = this.tickets.get(key);
    this.tickets.delete(key);
    if (ticket?.purpose !== purpose) return Promise.resolve({ outcome: 'unknown' });
    if (ticket.expiresAt <= now) return Promise.resolve({ outcome: 'expired' });
    return Promise.resolve({ outcome: 'consumed', subject: ticket.subject, data: ticket.data });
  };
}

function keyOf(hash: Uint8Array): string {
  return Buffer.from(hash).toString('base64');
}
