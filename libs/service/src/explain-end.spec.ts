import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@foundnow/kernel';
import { explainEnd } from './explain-end.ts';

const coded = (code: string) => Object.assign(new Error('connect to postgres://app:hunter2@db'), { code });

describe('explainEnd', () => {
  it.each([
    ['ECONNREFUSED', 69, /DATABASE_URL.*does not answer/],
    ['28P01', 69, /refuses the login/],
    ['EADDRINUSE', 69, /PORT is taken/],
    ['22P02', 70, /at /],
  ])('names %s, exits with %i and says what to look at', (code, exitCode, advice) => {
    const end = explainEnd(coded(code));
    expect(end.exitCode).toBe(exitCode);
    expect(end.text).toContain(code);
    expect(end.text).toMatch(advice);
  });

  it('finds the code of the cause, and never shows a message', () => {
    const cause = coded('28P01');
    const { text } = explainEnd(new DomainError('database.unavailable', 'dependency', 'hunter2 is away', { cause }));
    expect(text).toContain('28P01');
    expect(text).not.toContain('hunter2');
  });

  it('repeats what the client of a broker says, which is written for operators', () => {
    const refused = new DomainError('bus.denied', 'dependency', 'Pub/Sub: the account has no right to publish.');
    expect(explainEnd(refused)).toEqual({
      text: 'The service could not go on.\nPub/Sub: the account has no right to publish.',
      exitCode: 69,
    });
  });

  it('has words for what is no error at all', () => {
    expect(explainEnd(undefined)).toEqual({ text: 'The service could not go on: unknown failure', exitCode: 70 });
  });
});
