import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@foundnow/testing';
import { PersonEnvelopes } from '../src/index.ts';
import type { DataKeyStore } from '../src/index.ts';
import { MemoryKms } from './memory-kms.ts';

export interface StoreHarness<Store> {
  readonly store: Store;
  stop(): Promise<void>;
}

/** What every data key store keeps, and what PersonEnvelopes makes of it. */
export function describeDataKeyStore(name: string, makeHarness: () => Promise<StoreHarness<DataKeyStore>>): void {
  describe(`${name} as a data key store`, () => {
    let harness: StoreHarness<DataKeyStore>;
    const clock = new FakeClock();
    const kms = new MemoryKms();
    const binding = { purpose: 'test', parties: ['r1'], expiresAt: null };
    const process = () => new PersonEnvelopes({ kms, keys: harness.store, clock });
    beforeAll(async () => void (harness = await makeHarness()));
    afterAll(() => harness.stop());

    it('knows nothing of a person whom nobody wrote about', async () => {
      expect(await harness.store.find(randomUUID())).toBeUndefined();
    });

    it('keeps the first key that is stored and hands it to everyone after', async () => {
      const person = randomUUID();
      const first = await harness.store.insertIfAbsent(person, Buffer.from('one'), clock.now());
      const second = await harness.store.insertIfAbsent(person, Buffer.from('two'), clock.now());
      for (const stored of [first, second, await harness.store.find(person)]) {
        expect(stored).toMatchObject({ state: 'live' });
        expect(stored?.state === 'live' && Buffer.from(stored.wrapped).toString()).toBe('one');
      }
    });

    it('ends with one key when many write about one person for the first time at once', async () => {
      const person = randomUUID();
      const writers = Array.from({ length: 16 }, process);
      const envelopes = await Promise.all(writers.map((writer, i) => writer.seal(person, binding, `from ${i}`)));
      const reader = process();
      for (const [i, envelope] of envelopes.entries())
        expect(await reader.open(person, binding, envelope)).toBe(`from ${i}`);
    });

    it('leaves a mark where a key was destroyed, which no later write removes', async () => {
      const [person, stranger] = [randomUUID(), randomUUID()];
      await harness.store.insertIfAbsent(person, Buffer.from('one'), clock.now());
      const at = clock.now();
      await harness.store.destroy(person, at);
      await harness.store.destroy(stranger, at);
      clock.advance(1000);
      for (const who of [person, stranger]) {
        await harness.store.destroy(who, clock.now());
        expect(await harness.store.insertIfAbsent(who, Buffer.from('two'), clock.now())).toEqual({
          state: 'destroyed',
          at,
        });
        expect(await harness.store.find(who)).toEqual({ state: 'destroyed', at });
      }
    });

    it('makes every envelope unreadable at once, also for a process that had the key in memory', async () => {
      const [person, other] = [randomUUID(), randomUUID()];
      const [ours, theirs] = [process(), process()];
      const envelope = await ours.seal(person, binding, 'mia@example.org');
      const kept = await ours.seal(other, binding, 'leo@example.org');
      expect(await theirs.open(person, binding, envelope)).toBe('mia@example.org');
      await ours.destroy(person);
      for (const one of [ours, theirs, process()]) {
        await expect(one.open(person, binding, envelope)).rejects.toMatchObject({ code: 'envelope.destroyed' });
        await expect(one.seal(person, binding, 'again')).rejects.toMatchObject({ code: 'person.erased' });
        expect(await one.isDestroyed(person)).toBe(true);
        expect(await one.open(other, binding, kept)).toBe('leo@example.org');
      }
    });

    it('writes nothing readable when a person is erased while others write about them', async () => {
      const person = randomUUID();
      const writers = Array.from({ length: 8 }, process);
      const outcomes = await Promise.allSettled([
        ...writers.map((writer) => writer.seal(person, binding, 'x')),
        process().destroy(person),
        ...writers.map((writer) => writer.seal(person, binding, 'x')),
      ]);
      const written = outcomes.flatMap((outcome) =>
        outcome.status === 'fulfilled' && outcome.value ? [outcome.value] : [],
      );
      for (const envelope of written) {
        await expect(process().open(person, binding, envelope)).rejects.toMatchObject({ code: 'envelope.destroyed' });
      }
      expect(await harness.store.find(person)).toMatchObject({ state: 'destroyed' });
    });
  });
}
