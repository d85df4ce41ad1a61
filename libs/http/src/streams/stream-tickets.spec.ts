import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@foundnow/testing';
import { z } from 'zod';
import { MemoryTicketStore } from './memory-ticket-store.ts';
import { StreamTickets } from './stream-tickets.ts';

describe('a stream ticket', () => {
  const holder = z.object({ userId: z.string() });
  let clock: FakeClock;
  let tickets: StreamTickets<{ userId: string }>;
  beforeEach(() => {
    clock = new FakeClock();
    tickets = new StreamTickets(new MemoryTicketStore(2), holder, clock);
  });

  it('opens once, for whom it was issued, however many try at the same time', async () => {
    const { ticket, expiresInSeconds } = await tickets.issue({ userId: 'u1' });
    expect(expiresInSeconds).toBe(60);
    const tries = await Promise.all(Array.from({ length: 10 }, () => tickets.redeem(ticket)));
    expect(tries.filter((one) => one !== undefined)).toEqual([{ userId: 'u1' }]);
  });

  it('is worth nothing after a minute, or when it is made up', async () => {
    const { ticket } = await tickets.issue({ userId: 'u1' });
    clock.advance(60_000);
    expect(await tickets.redeem(ticket)).toBeUndefined();
    expect(await tickets.redeem('made-up')).toBeUndefined();
  });

  it('is dropped with the oldest when too many lie unused', async () => {
    const issued = [];
    for (const userId of ['u1', 'u2', 'u3']) issued.push(await tickets.issue({ userId }));
    const found = await Promise.all(issued.map(({ ticket }) => tickets.redeem(ticket)));
    expect(found.map((one) => one?.userId)).toEqual([undefined, 'u2', 'u3']);
  });
});
