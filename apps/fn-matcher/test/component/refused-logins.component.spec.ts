import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fnMatcher } from '../../src/service.ts';
import { type MatcherUnderTest, startMatcher } from '../start-matcher.ts';

describe('a service whose login may do too much', () => {
  let running: MatcherUnderTest;
  beforeAll(async () => void (running = await startMatcher()));
  afterAll(() => running.stop());

  it.each([
    ['a superuser', () => running.database.adminUrl],
    ['the owner of its schema', () => running.ownerUrl],
  ])('does not start as %s', async (_who, url) => {
    const start = fnMatcher.start({ ...running.env, DATABASE_URL: url() });
    await expect(start).rejects.toMatchObject({ name: 'ConfigError', problems: [{ key: 'DATABASE_URL' }] });
  });
});
