import { describe, expect, it } from '@jest/globals';
import { diagnose } from './embedded-postgres-error.ts';

describe('diagnose', () => {
  it.each([
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk-full'],
    ['initdb: error: could not create directory "base": Disk quota exceeded', 'disk-full'],
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'port-taken'],
    ['FATAL:  lock file "postmaster.pid" already exists', 'in-use'],
    ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 'in-use'],
    ['FATAL:  database files are incompatible with server', 'damaged'],
    ['FATAL:  data directory "/data" has wrong ownership', 'not-permitted'],
  ])('reads "%s" as %s and says what to do', (said, code) => {
    const error = diagnose(said, '/data', 5432);
    expect(error?.code).toBe(code);
    expect(error?.message).toContain(String(error?.fix));
  });

  it('does not guess at what it does not know', () => {
    expect(diagnose('FATAL:  could not load library', '/data', 5432)).toBeUndefined();
  });
});
