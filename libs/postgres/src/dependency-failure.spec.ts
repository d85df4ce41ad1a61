import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@foundnow/kernel';
import { isDependencyFailure } from './dependency-failure.ts';

const coded = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

describe('isDependencyFailure', () => {
  it.each([
    '08006',
    '28P01',
    '3D000',
    '53300',
    '53100',
    '57P01',
    '57P03',
    '57014',
    '55P03',
    '58030',
    'ECONNREFUSED',
    'EAI_AGAIN',
  ])('says yes to %s', (code) => {
    expect(isDependencyFailure(coded(code))).toBe(true);
  });

  it.each(['23505', '40001', '42P01', '22001', '25006', 'EACCES'])('says no to %s', (code) => {
    expect(isDependencyFailure(coded(code))).toBe(false);
  });

  it('looks inside what wraps it: causes, drivers, several addresses that were tried', () => {
    expect(isDependencyFailure(new Error('outer', { cause: coded('57P01') }))).toBe(true);
    expect(isDependencyFailure(Object.assign(new Error('q'), { driverError: coded('08003') }))).toBe(true);
    expect(isDependencyFailure(new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]))).toBe(true);
  });

  it('knows the words of a driver that gives no code', () => {
    expect(isDependencyFailure(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isDependencyFailure(new Error('timeout exceeded when trying to connect'))).toBe(true);
  });

  it('takes a domain error at its word, and nothing else for an error', () => {
    expect(isDependencyFailure(new DomainError('a.b', 'dependency', 'x'))).toBe(true);
    expect(isDependencyFailure(new DomainError('a.b', 'conflict', 'x', { cause: coded('08006') }))).toBe(false);
    for (const other of [undefined, null, 'ECONNREFUSED', { code: '08006' }])
      expect(isDependencyFailure(other)).toBe(false);
  });
});
