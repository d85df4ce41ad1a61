import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../actor.ts';
import { VerifiedTokens } from './verified-tokens.ts';

const actor = { userId: 'u1' } as Actor;

describe('VerifiedTokens', () => {
  it('forgets a token when it ends, and after a minute at the latest', () => {
    const tokens = new VerifiedTokens();
    tokens.remember('short', actor, 10_000, 0);
    tokens.remember('long', actor, 900_000, 0);
    expect([tokens.get('short', 9_999), tokens.get('long', 59_999)]).toEqual([actor, actor]);
    expect([tokens.get('short', 10_000), tokens.get('long', 60_000)]).toEqual([undefined, undefined]);
  });

  it('holds so many and no more, dropping what was not used for longest', () => {
    const tokens = new VerifiedTokens(2);
    tokens.remember('a', actor, 10_000, 0);
    tokens.remember('b', actor, 10_000, 0);
    tokens.get('a', 1);
    tokens.remember('c', actor, 10_000, 1);
    expect(['a', 'b', 'c'].filter((token) => tokens.get(token, 2) !== undefined)).toEqual(['a', 'c']);
  });
});
