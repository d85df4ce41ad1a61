import { describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { ConsumerLag } from './consumer-lag.ts';

function measuring(answers: readonly (ReadonlyMap<string, number> | undefined | Error)[]) {
  const said: object[] = [];
  const errors: unknown[] = [];
  let asked = 0;
  const lag = new ConsumerLag({
    bus: {
      async lag() {
        const answer = answers[Math.min(asked++, answers.length - 1)];
        if (answer instanceof Error) throw answer;
        return answer;
      },
    },
    group: 'fn-matcher',
    topics: ['posts.events'],
    metrics: { lag: (at) => said.push(at) },
    onError: (error) => errors.push(error),
    everyMs: 1,
  });
  return { lag, said, errors };
}

describe('ConsumerLag', () => {
  it('says per topic how far the group is behind, and goes on when the bus was away', async () => {
    const { lag, said, errors } = measuring([new Error('away'), new Map([['posts.events', 7]])]);
    lag.start();
    await eventually(() => expect(said[0]).toEqual({ group: 'fn-matcher', topic: 'posts.events', messages: 7 }));
    await lag.stop();
    expect(errors).toHaveLength(1);
  });

  it('says nothing where the transport cannot tell', async () => {
    const { lag, said } = measuring([undefined]);
    await lag.measure();
    expect(said).toEqual([]);
  });
});
