import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@foundnow/testing';
import { hashToken, issueOpaqueToken, SingleUseTokens } from '../src/index.ts';
import type { TokenStore } from '../src/index.ts';
import type { StoreHarness } from './data-key-store.conformance.ts';

/** What every token store keeps. */
export function describeTokenStore(name: string, makeHarness: () => Promise<StoreHarness<TokenStore>>): void {
  describe(`${name} as a token store`, () => {
    let harness: StoreHarness<TokenStore>;
    let tokens: SingleUseTokens;
    const clock = new FakeClock();
    const grant = { purpose: 'contact-approval', subject: 'request-1', data: { party: 'b' }, ttlSeconds: 60 };
    const expectRefused = (work: Promise<unknown>, code: string) =>
      expect(work).rejects.toMatchObject({ code, kind: 'missing' });
    beforeAll(async () => {
      harness = await makeHarness();
      tokens = new SingleUseTokens(harness.store, clock);
    });
    afterAll(() => harness.stop());

    it('gives back once what the token was issued for', async () => {
      const token = await tokens.issue(grant);
      expect(await tokens.consume(token, grant.purpose)).toEqual({ subject: 'request-1', data: { party: 'b' } });
      await expectRefused(tokens.consume(token, grant.purpose), 'token.used');
    });

    it('lets exactly one of 32 parallel consumers through', async () => {
      for (let round = 0; round < 5; round += 1) {
        const token = await tokens.issue(grant);
        const answers = await Promise.allSettled(
          Array.from({ length: 32 }, () => tokens.consume(token, grant.purpose)),
        );
        expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      }
    });

    it('ends with the second it says', async () => {
      const token = await tokens.issue(grant);
      const other = await tokens.issue(grant);
      clock.advance(59_999);
      await tokens.consume(other, grant.purpose);
      clock.advance(1);
      await expectRefused(tokens.consume(token, grant.purpose), 'token.expired');
    });

    it('opens no other door, and trying one does not use it up', async () => {
      const token = await tokens.issue(grant);
      await expectRefused(tokens.consume(token, 'account-deletion'), 'token.invalid');
      await expect(tokens.consume(token, grant.purpose)).resolves.toMatchObject({ subject: 'request-1' });
    });

    it.each(['', 'x', `${issueOpaqueToken().token}=`, issueOpaqueToken().token, "' OR 1=1 --", '\u0000'.repeat(43)])(
      'does not know %j',
      async (made) => {
        await expectRefused(tokens.consume(made, grant.purpose), 'token.invalid');
      },
    );

    it('forgets expired tokens when told to, and only those', async () => {
      const old = await tokens.issue(grant);
      const young = await tokens.issue({ ...grant, ttlSeconds: 3600 });
      clock.advance(120_000);
      expect(await harness.store.purge(clock.now())).toBeGreaterThan(0);
      expect(await harness.store.consume(hashToken(old), grant.purpose, clock.now())).toEqual({ outcome: 'unknown' });
      await expect(tokens.consume(young, grant.purpose)).resolves.toMatchObject({ subject: 'request-1' });
    });
  });
}
