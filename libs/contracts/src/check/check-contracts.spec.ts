import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { contractsWith } from '../../test/contract-fixture.ts';
import { checkContracts, problemsOf } from './check-contracts.ts';

describe('checkContracts', () => {
  it('finds nothing wrong with the contracts of this repository, and has looked at all of them', () => {
    const report = checkContracts(fileURLToPath(new URL('../../../..', import.meta.url)));
    expect(report.problems).toEqual([]);
    expect(report).toMatchObject({ topics: 5, events: 36 });
    expect(report.examples).toBeGreaterThanOrEqual(report.events * 2);
  });

  it('finds nothing wrong with the fixture that the specs of single checks break', () => {
    expect(problemsOf(contractsWith())).toEqual([]);
  });

  it('names folders that the catalog does not know', () => {
    expect(problemsOf({ ...contractsWith(), strays: ['parts/part.lost'] })).toEqual([
      { check: 'catalog', where: 'schemas/parts/part.lost', detail: 'is in no topic of catalog.yaml' },
    ]);
  });

  it('names the file that is missing when an event has no schema', () => {
    expect(problemsOf(contractsWith({ event: { versions: [] } }))).toEqual([
      { check: 'naming', where: 'part.made', detail: 'there is no schemas/parts/part.made/v1.avsc' },
    ]);
  });
});
