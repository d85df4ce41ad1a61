import { describe, expect, it } from '@jest/globals';
import { judgeAudit } from './audit.ts';
import { isAllowed } from './licences.ts';

describe('npm audit', () => {
  const finding = { name: 'left', range: '<2', severity: 'high' };

  it('fails on a high finding and names the package', () => {
    const { outcome, problems } = judgeAudit(JSON.stringify({ vulnerabilities: { left: finding } }), '');
    expect([outcome, problems[0]?.where]).toEqual(['failed', 'left']);
  });

  it('passes when what it finds is moderate', () => {
    const report = JSON.stringify({ vulnerabilities: { left: { ...finding, severity: 'moderate' } } });
    expect(judgeAudit(report, '').outcome).toBe('passed');
  });

  it.each([
    [
      '{"statusCode":405,"message":"405 Method Not Allowed"}',
      'npm warn audit 405 Method Not Allowed - POST https://registry.example/x',
    ],
    ['', ''],
    ['<html>', 'npm error audit endpoint returned an error'],
  ])('says not run, never passed, when the endpoint gives %j', (stdout, stderr) => {
    const { outcome, summary } = judgeAudit(stdout, stderr);
    expect(outcome).toBe('not run');
    expect(summary).not.toContain('registry.example');
  });
});

describe('a licence', () => {
  it.each(['MIT', '(MIT OR GPL-3.0-only)', 'Apache-2.0 AND MIT', '(MIT AND Zlib)'])(
    '%s may ship with Apache-2.0',
    (text) => {
      expect(isAllowed(text)).toBe(true);
    },
  );

  it.each(['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'SEE LICENSE IN x', undefined])('%s is refused', (text) => {
    expect(isAllowed(text)).toBe(false);
  });

  it('allows the LGPL for a library that can be replaced, and for no other', () => {
    expect(isAllowed('Apache-2.0 AND LGPL-3.0-or-later', true)).toBe(true);
    expect(isAllowed('Apache-2.0 AND LGPL-3.0-or-later')).toBe(false);
    expect(isAllowed('GPL-3.0-or-later', true)).toBe(false);
  });
});
