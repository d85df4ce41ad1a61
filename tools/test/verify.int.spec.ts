import { describe, expect, it } from '@jest/globals';
import { runScript } from '../verify/run-command.ts';
import { environment } from './config.ts';
import { REPOSITORY } from './fixture.ts';

describe('npm run verify', () => {
  const verify = (...args: string[]) => runScript({ root: REPOSITORY, env: environment }, 'tools/verify.ts', args);

  it('prints one object with its totals and each check when asked for --json', async () => {
    const { code, stdout } = await verify('licences', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ passed: 1, failed: 0, notRun: 0, checks: [{ name: 'licences' }] });
  });

  it('refuses a check that does not exist, with exit code 2, and lists those that do', async () => {
    const { code, stderr } = await verify('spelling');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/no such check: spelling.*format, lint/)]);
  });

  it('explains itself', async () => {
    const { code, stdout } = await verify('--help');
    expect([code, stdout]).toEqual([0, expect.stringContaining('--require')]);
  });
});
