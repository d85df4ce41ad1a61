import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '@foundnow/config';
import { DomainError } from '@foundnow/kernel';
import { explainFailure } from './explain-failure.ts';
import { StackError } from './stack-error.ts';

const coded = (code: string) =>
  Object.assign(new Error(`${code}: in the words of the system`), { code, path: '/data' });

describe('explainFailure', () => {
  it.each([
    ['a key file cut short', new DomainError('key_file.damaged', 'dependency', 'master.key is short.'), 65],
    ['a key file that is gone', new DomainError('key_file.missing', 'dependency', 'master.key is gone.'), 65],
    ['a port that is taken', new StackError('Taken.', 'Take another.', 69), 69],
    ['a broker that is away', new DomainError('bus.unavailable', 'dependency', 'None of the brokers answers.'), 69],
    ['a full disk', coded('ENOSPC'), 74],
    ['a disk that is full for PostgreSQL', coded('53100'), 74],
    ['a folder of somebody else', coded('EACCES'), 77],
    ['a key file that all may read', new DomainError('key_file.exposed', 'dependency', 'chmod 600 it.'), 77],
    ['a setting that is wrong', new ConfigError([{ key: 'HOST', reason: 'is no address' }]), 78],
    ['a data folder that is a file', coded('EEXIST'), 78],
  ])('gives %s the exit code of the README and no stack trace', (_, error, exitCode) => {
    const failure = explainFailure(error);
    expect(failure.exitCode).toBe(exitCode);
    expect(failure.text).not.toMatch(/\n\s+at /);
  });

  it('shows where a fault of our own happened, and nothing of its message', () => {
    const { exitCode, text } = explainFailure(new TypeError('postgres://app:hunter2@db is not a function'));
    expect({ exitCode, text }).toMatchObject({ exitCode: 70, text: expect.stringMatching(/^TypeError\n\s+at /) });
    expect(text).not.toContain('hunter2');
  });
});
