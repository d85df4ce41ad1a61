import { describe, expect, it } from '@jest/globals';
import { DomainError, type ErrorKind } from '@foundnow/kernel';
import { killedEachTime, verdictOn } from './failure-of.ts';

const error = (code: string, kind: ErrorKind) => new DomainError(code, kind, 'A detail.');

describe('what follows from a photo that could not be read', () => {
  it.each([
    ['image.damaged', 'unprocessable', 'unreadable'],
    ['image.unsupported', 'unsupported-media', 'unreadable'],
    ['image.too_large', 'too-large', 'too_large'],
  ] as const)('is its end at once when it is %s', (code, kind, reason) => {
    const why = { stage: 'decode', reason, attempts: 1, permanent: true };
    expect(verdictOn(error(code, kind), 1)).toEqual({ follows: 'end', why });
  });

  it.each([
    [error('photo.reader_died', 'dependency'), 'decode', 'unreadable'],
    [error('photo.took_too_long', 'dependency'), 'decode', 'timeout'],
    [error('photo.unreadable', 'unprocessable'), 'decode', 'unreadable'],
    [error('storage.missing', 'missing'), 'fetch', 'missing'],
    [new TypeError('a fault of ours'), 'decode', 'unreadable'],
  ])('is another attempt, three in all, after %s', (failure, stage, reason) => {
    expect(verdictOn(failure, 1)).toEqual({ follows: 'again' });
    expect(verdictOn(failure, 2)).toEqual({ follows: 'again' });
    const why = { stage, reason, attempts: 3, permanent: false };
    expect(verdictOn(failure, 3)).toEqual({ follows: 'end', why });
  });

  it.each(['storage.unavailable', 'sealed.no_recipient_key', 'database.unavailable', 'photo.readers_busy'])(
    'is to wait, however often, while %s',
    (code) => {
      expect(verdictOn(error(code, 'dependency'), 3)).toEqual({ follows: 'wait' });
    },
  );

  it('is its end when whoever took it was killed three times, though it may have been something else', () => {
    expect(killedEachTime(3)).toMatchObject({ reason: 'unreadable', attempts: 3, permanent: false });
  });
});
