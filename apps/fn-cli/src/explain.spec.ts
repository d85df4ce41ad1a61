import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '@foundnow/config';
import { DomainError } from '@foundnow/kernel';
import { explain } from './explain.ts';
import { UsageError } from './usage-error.ts';

const coded = (code: string, path?: string) => Object.assign(new Error(`a driver says ${code}`), { code, path });

describe('explain', () => {
  it.each([
    ['a wrong command line', new UsageError('option --service is wrong.'), 64],
    ['a refusal', new DomainError('dlq.not_found', 'missing', 'There is none.'), 1],
    ['a setting that is missing', new ConfigError([{ key: 'DATABASE_URL', reason: 'is missing' }]), 78],
    ['a server that is away', coded('ECONNREFUSED'), 69],
    ['a file of somebody else', coded('EACCES', '/data/keys/environments.json'), 77],
    ['a fault', new TypeError('x is not a function'), 70],
  ])('gives %s its exit code', (_, error, exitCode) => {
    expect(explain(error).exitCode).toBe(exitCode);
  });

  it('does not ask whether the platform runs when the database answered and refused the password', () => {
    const wrapped = new DomainError('database.unavailable', 'dependency', 'Away.', { cause: coded('28P01') });
    expect(explain(wrapped)).toMatchObject({ exitCode: 69, text: expect.stringContaining('refuses') });
  });

  it('passes on what must be mended in what is neither the database nor the bus', () => {
    const detail = 'The key file master.key can be read by other users: run chmod 600 on it.';
    const exposed = explain(new DomainError('key_file.exposed', 'dependency', detail));
    expect(exposed).toEqual({ exitCode: 69, text: detail });
  });

  it('names the file that may not be read', () => {
    expect(explain(coded('EACCES', '/data/keys/environments.json')).text).toContain('/data/keys/environments.json');
  });
});
