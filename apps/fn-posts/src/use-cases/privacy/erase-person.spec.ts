import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { FakeClock, sequenceId } from '@foundnow/testing';
import { InMemoryErasures } from '../../../test/fakes/in-memory-erasures.ts';
import { CarryOnErasures } from './carry-on-erasures.ts';
import { ErasePerson } from './erase-person.ts';
import { ReadErasures } from './read-erasures.ts';

const ANNA = sequenceId(1);
const HOUR = 3_600_000;

function forgetting(sweep: () => Promise<number> = async () => 0) {
  const erasures = new InMemoryErasures();
  const clock = new FakeClock('2026-03-01T12:00:00Z');
  const complaints: unknown[] = [];
  const complain = (error: unknown) => void complaints.push(error);
  const erasePerson = new ErasePerson(erasures, { ofPerson: sweep }, clock, complain);
  return {
    erasures,
    clock,
    complaints,
    erasePerson,
    carryOn: new CarryOnErasures(erasures, erasePerson, clock, complain),
  };
}

describe('erasing a person', () => {
  it('goes on until nothing is left, however many batches that takes', async () => {
    const { erasures, erasePerson, clock } = forgetting();
    erasures.batches.set(ANNA, 7);
    expect(await erasePerson.run(ANNA, 'person')).toMatchObject({ source: 'person', completedAt: clock.now() });
  });

  it('forgets the same person, however her id is written', async () => {
    const { erasures, erasePerson, clock } = forgetting();
    const bea = '0198c0de-0000-7000-8000-0000000000be';
    erasures.batches.set(bea, 2);
    const erased = await erasePerson.run(bea.toUpperCase(), 'event');
    expect(erased).toMatchObject({ personId: bea, completedAt: clock.now() });
    expect(erasures.batches.get(bea)).toBe(0);
  });

  it('takes her files away before it says that it is complete', async () => {
    const { erasures, erasePerson, clock } = forgetting(async () => {
      erasures.withFiles.delete(ANNA);
      return 1;
    });
    erasures.withFiles.add(ANNA);
    expect(await erasePerson.run(ANNA, 'event')).toMatchObject({ completedAt: clock.now() });
  });

  it('stays open while a file cannot be taken away; she is told so, and the operator why', async () => {
    const trouble = new Error('the store is away');
    const { erasures, erasePerson, complaints, carryOn, clock } = forgetting(async () => {
      throw trouble;
    });
    erasures.withFiles.add(ANNA);
    expect(await erasePerson.run(ANNA, 'person')).toMatchObject({ completedAt: null });
    expect(complaints).toEqual([trouble]);
    erasures.withFiles.clear();
    await carryOn.run();
    expect(await erasures.find(ANNA)).toMatchObject({ completedAt: clock.now() });
  });

  it('that is cut short is noted, and left to the worker', async () => {
    const { erasures, erasePerson, carryOn } = forgetting();
    erasures.batches.set(ANNA, 7);
    expect(await erasePerson.run(ANNA, 'person', AbortSignal.abort())).toMatchObject({ completedAt: null });
    await carryOn.run();
    expect(erasures.batches.get(ANNA)).toBe(0);
  });
});

describe('carrying on', () => {
  it('comes to everybody who is open, page by page, and reads all of the ledger as well', async () => {
    const { erasures, erasePerson, carryOn } = forgetting();
    const people = Array.from({ length: 1_100 }, (_, n) => sequenceId(n + 1));
    for (const person of people) {
      erasures.batches.set(person, 1);
      await erasePerson.run(person, 'event', AbortSignal.abort());
    }
    await carryOn.run();
    expect(people.filter((person) => erasures.batches.get(person) !== 0)).toEqual([]);
    const read: string[] = [];
    for await (const { personId } of new ReadErasures(erasures).run({ since: new Date(0), onlyOpen: false })) {
      read.push(personId);
    }
    expect(read).toEqual(people);
  });

  it('looks each time for what came back of the last days, and once for that of everybody', async () => {
    const { erasures, erasePerson, carryOn, clock } = forgetting();
    await erasePerson.run(ANNA, 'person');
    clock.advance(49 * HOUR);
    erasures.batches.set(ANNA, 1);
    await carryOn.run();
    expect(erasures.batches.get(ANNA)).toBe(1);
    await carryOn.runAll(HOUR);
    expect(erasures.batches.get(ANNA)).toBe(0);
  });

  it('comes to everybody, also when somebody is in trouble', async () => {
    const trouble = new Error('the store is away');
    const { erasures, erasePerson, carryOn, complaints } = forgetting(async () => {
      throw trouble;
    });
    const people = [ANNA, sequenceId(2)];
    erasures.withFiles.add(ANNA);
    for (const person of people) {
      erasures.batches.set(person, 1);
      await erasePerson.run(person, 'event', AbortSignal.abort());
    }
    await carryOn.runAll(HOUR);
    expect(people.map((person) => erasures.batches.get(person))).toEqual([0, 0]);
    expect(complaints).toEqual([trouble]);
  });

  it('keeps a service from starting no longer than it may', async () => {
    const { erasures, erasePerson, clock, complaints } = forgetting();
    await erasePerson.run(ANNA, 'person', AbortSignal.abort());
    const asLongAsItMay = async (_: string, signal = new AbortController().signal) => {
      await once(signal, 'abort');
      return false;
    };
    const complain = (error: unknown) => void complaints.push(error);
    await new CarryOnErasures(erasures, { carryOn: asLongAsItMay }, clock, complain).runAll(20);
    expect(complaints).toEqual([]);
  });

  it('stops where it is when the service stops', async () => {
    const { erasures, erasePerson, carryOn } = forgetting();
    erasures.batches.set(ANNA, 3);
    await erasePerson.run(ANNA, 'person', AbortSignal.abort());
    await carryOn.run(AbortSignal.abort());
    expect(erasures.batches.get(ANNA)).toBe(3);
  });
});
