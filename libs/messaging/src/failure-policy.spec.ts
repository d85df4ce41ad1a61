import { DomainError } from '@foundnow/kernel';
import { describe, expect, it } from '@jest/globals';
import { UndecodableMessage } from './consumer/undecodable-message.ts';
import { failurePolicy } from './failure-policy.ts';

class Away extends Error {}

const policy = failurePolicy({ isDependencyFailure: (error) => error instanceof Away, random: () => 0.5 });
const first = { attempts: 1, waits: 0 };

describe('the failure policy', () => {
  it('retries an unknown error five times, each time later, then dead-letters it', () => {
    const decisions = [1, 2, 3, 4, 5, 6].map((attempts) => policy.decide(new Error('x'), { attempts, waits: 0 }));
    expect(decisions).toEqual([
      ...[200, 400, 800, 1600, 3200].map((delayMs) => ({ action: 'retry', delayMs })),
      { action: 'dead-letter', code: 'unexpected' },
    ]);
  });

  it('spreads the delays by a fifth to both sides', () => {
    const at = (random: number) => failurePolicy({ isDependencyFailure: () => false, random: () => random });
    expect([0, 1].map((random) => at(random).decide(new Error('x'), first))).toEqual([
      { action: 'retry', delayMs: 160 },
      { action: 'retry', delayMs: 240 },
    ]);
  });

  it.each(['validation', 'conflict', 'missing', 'unprocessable', 'too-many'] as const)(
    'dead-letters a refusal of kind %s at once, under its own code',
    (kind) => {
      const decision = policy.decide(new DomainError('post.refused', kind, 'No.'), first);
      expect(decision).toEqual({ action: 'dead-letter', code: 'post.refused' });
    },
  );

  it('dead-letters bytes that cannot be decoded at once, under the code of the cause if it has one', () => {
    const known = new UndecodableMessage(new DomainError('contract.undecodable', 'unprocessable', 'No.'));
    expect([known, new UndecodableMessage(new Error('x'))].map((error) => policy.decide(error, first))).toEqual([
      { action: 'dead-letter', code: 'contract.undecodable' },
      { action: 'dead-letter', code: 'event.undecodable' },
    ]);
  });

  it.each([
    ['a database that is away', new Away()],
    ['a refusal of kind dependency', new DomainError('mail.away', 'dependency', 'Later.')],
    ['a registry that is away while decoding', new UndecodableMessage(new Away())],
  ])('waits for ever for %s, ten seconds at most at a time', (_, error) => {
    const delays = [1, 2, 3, 6, 7, 8, 1000].map((waits) => policy.decide(error, { attempts: 0, waits }));
    expect(delays).toEqual(
      [200, 400, 800, 6400, 10_000, 10_000, 10_000].map((delayMs) => ({ action: 'wait', delayMs })),
    );
  });
});
