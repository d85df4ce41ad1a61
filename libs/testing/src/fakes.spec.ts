import { describe, expect, it } from '@jest/globals';
import { FakeClock } from './fake-clock.ts';
import { sequenceId, sequenceIds } from './sequence-ids.ts';

describe('FakeClock', () => {
  it('moves only when told', () => {
    const clock = new FakeClock('2026-03-01T00:00:00Z');
    clock.now().setFullYear(1999);
    expect(clock.now().toISOString()).toBe('2026-03-01T00:00:00.000Z');
    clock.advance(60_000);
    expect(clock.now().toISOString()).toBe('2026-03-01T00:01:00.000Z');
    clock.set('2027-01-01T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z');
  });
});

describe('sequenceIds', () => {
  it('hands out the same valid, rising UUIDv7s in every run', () => {
    const ids = sequenceIds();
    const made = Array.from({ length: 300 }, () => ids.next());
    expect(made[41]).toBe(sequenceId(42));
    expect(made).toEqual([...made].sort());
    expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    );
  });
});
