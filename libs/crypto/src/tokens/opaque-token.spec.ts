import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashToken, isOpaqueToken, issueOpaqueToken, tokenMatches } from './opaque-token.ts';

describe('an opaque token', () => {
  it('holds 256 random bits that fit an address unescaped', () => {
    const tokens = Array.from({ length: 1000 }, () => issueOpaqueToken().token);
    expect(new Set(tokens).size).toBe(1000);
    for (const token of tokens) expect(isOpaqueToken(token) && encodeURIComponent(token) === token).toBe(true);
    expect(Buffer.from(tokens[0]!, 'base64url')).toHaveLength(32);
  });

  it('matches its own hash and no other', () => {
    const { token, hash } = issueOpaqueToken();
    expect(tokenMatches(token, hash)).toBe(true);
    expect(tokenMatches(token, hash.subarray(1))).toBe(false);
    fc.assert(fc.property(fc.string(), (other) => tokenMatches(other, hash) === (other === token)));
    expect(hashToken('abc').toString('hex')).toMatch(/^ba7816bf8f01cfea/);
  });
});
