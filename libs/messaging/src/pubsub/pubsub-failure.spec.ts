import { describe, expect, it } from '@jest/globals';
import { pubSubFailure } from './pubsub-failure.ts';

const coded = (code: number) => Object.assign(new Error(`${code} in the words of gRPC`), { code });

describe('pubSubFailure', () => {
  it.each([
    ['a topic that is missing', coded(5), 'bus.missing', 'it does not exist. Run fn bus provision'],
    ['a missing right', coded(7), 'bus.denied', 'the account has no right to. Run fn bus provision'],
    ['a server that is away', coded(14), 'bus.unavailable', 'cannot be reached or is busy (status 14)'],
    ['no credentials', new Error('Could not load the default credentials.'), 'bus.unauthenticated', 'no credentials'],
    [
      'a key file that is gone',
      new Error('The file at /key does not exist, or it is not a file.'),
      'bus.unauthenticated',
      'there are no credentials',
    ],
    ['a broken connection', new Error('socket hang up'), 'bus.unavailable', 'is busy (status unknown)'],
  ])('tells an operator of %s, and lets everybody else wait', (_, cause, code, words) => {
    const failure = pubSubFailure(cause, 'publishing', 'Run fn bus provision');
    expect(failure).toMatchObject({ code, kind: 'dependency', cause });
    expect(failure.detail).toMatch(/^Pub\/Sub: publishing: /);
    expect(failure.detail).toContain(words);
  });
});
