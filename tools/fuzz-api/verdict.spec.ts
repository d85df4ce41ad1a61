import { expect, it } from '@jest/globals';
import { verdictOf, type FuzzReport } from './verdict.ts';

const FAILURE = { title: 'Server error', operations: ['GET /api/v1/posts'] };

const report = (different: Partial<FuzzReport> = {}): FuzzReport => ({
  operations: { total: 3, tested: 3 },
  test_cases: { generated: 20 },
  failures: [],
  errors: [],
  ...different,
});

it.each([
  ['passes when all routes were asked and nothing was found', 0, report(), { pass: true, gaveUp: false }],
  ['fails when something was found', 1, report({ failures: [FAILURE] }), { pass: false, gaveUp: false }],
  [
    'fails for good when something was found before it broke down',
    1,
    report({ failures: [FAILURE], errors: [{}] }),
    { pass: false, gaveUp: false },
  ],
  ['is tried again when it broke down by itself', 1, report({ errors: [{}] }), { pass: false, gaveUp: true }],
  ['is tried again when it wrote no report', null, undefined, { pass: false, gaveUp: true }],
  ['fails when a route was left out', 0, report({ operations: { total: 3, tested: 2 } }), { pass: false }],
  ['fails when nothing was asked', 0, report({ test_cases: { generated: 0 } }), { pass: false }],
] as const)('a run %s', (_name, code, told, verdict) => {
  expect(verdictOf(code, told, 'said')).toMatchObject(verdict);
});
