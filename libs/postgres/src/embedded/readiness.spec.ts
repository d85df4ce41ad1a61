import { describe, expect, it } from '@jest/globals';
import { isRecovering } from './readiness.ts';

const TIME = '2026-05-01 12:00:00.369 UTC [15846]';
const start = `${TIME} LOG:  starting PostgreSQL 18.4 on x86_64-pc-linux-gnu, compiled by gcc, 64-bit`;

describe('the log of a server that does not answer yet', () => {
  it.each([
    [
      'was killed',
      `${start}\n${TIME} LOG:  database system was interrupted; last known up at 2026-05-01 12:00:00 UTC\n`,
    ],
    [
      'was not stopped',
      `${start}\n${TIME} LOG:  database system was not properly shut down; automatic recovery in progress\n`,
    ],
  ])('tells that it recovers because it %s', (_what, log) => {
    expect(isRecovering(log)).toBe(true);
  });

  it.each(['', start, `${start}\n${TIME} LOG:  database system was shut down at 2026-05-01 12:00:00 UTC\n`])(
    'does not tell so when it is only slow: %j',
    (log) => {
      expect(isRecovering(log)).toBe(false);
    },
  );
});
