import { describe, expect, it } from '@jest/globals';
import { eventually } from './eventually.ts';

describe('eventually', () => {
  it('hands back what the check answers once it stops throwing', async () => {
    let calls = 0;
    const answer = await eventually(
      () => {
        calls += 1;
        if (calls < 3) throw new Error('too early');
        return calls;
      },
      { intervalMs: 1 },
    );
    expect(answer).toBe(3);
  });

  it('goes on while the check answers false', async () => {
    let calls = 0;
    await eventually(() => (calls += 1) > 2, { intervalMs: 1 });
    expect(calls).toBe(3);
  });

  it('shows the last refusal when the time is over', async () => {
    const never = eventually(() => expect(1).toBe(2), { timeoutMs: 5, intervalMs: 1 });
    await expect(never).rejects.toThrow(/within 5 ms[\s\S]*toBe/);
  });
});
