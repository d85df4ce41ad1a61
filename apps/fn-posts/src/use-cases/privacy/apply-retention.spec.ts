import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '@foundnow/testing';
import { ApplyRetention } from './apply-retention.ts';
import type { Retention } from './retention.port.ts';

function lettingGo(failing: keyof Retention | null) {
  const done: string[] = [];
  const complaints: unknown[] = [];
  const step = (name: keyof Retention) => async () => {
    done.push(name);
    if (name === failing) throw new Error(name);
    return 0;
  };
  const retention = {
    stripClosed: step('stripClosed'),
    stripDeleted: step('stripDeleted'),
    removeContacts: step('removeContacts'),
  };
  const complain = (error: unknown) => void complaints.push(error);
  return { done, complaints, applyRetention: new ApplyRetention(retention, new FakeClock(), complain) };
}

describe('a round of retention', () => {
  it.each(['stripClosed', 'stripDeleted', 'removeContacts'] as const)(
    'does the rest and tells of it when %s fails',
    async (failing) => {
      const { done, complaints, applyRetention } = lettingGo(failing);
      await applyRetention.run();
      expect(done).toEqual(['stripClosed', 'stripDeleted', 'removeContacts']);
      expect(complaints).toEqual([new Error(failing)]);
    },
  );

  it('stops where it is when the service stops', async () => {
    const { done, applyRetention } = lettingGo(null);
    await applyRetention.run(AbortSignal.abort());
    expect(done).toEqual([]);
  });
});
