import { describe, expect, it } from '@jest/globals';
import { contractsWith, partMade } from '../../test/contract-fixture.ts';
import { extendLock, lockFile } from './lock.ts';

describe('extendLock', () => {
  const first = contractsWith();
  const grown = contractsWith({ versions: [partMade(), partMade({ name: 'size', type: 'int', default: 0 })] });

  it('gives a new version the next id and leaves the ones before as they are', () => {
    const [locked] = first.lock.schemas;
    const other = { id: 41, subject: 'parts.events-foundnow.parts.PartSold', version: 1, fingerprint: 'x' };
    const lock = { schemas: [other, ...(locked ? [{ ...locked, fingerprint: 'as it was' }] : [])] };
    expect(extendLock({ ...grown, lock }).schemas).toMatchObject([
      other,
      { id: 1, version: 1, fingerprint: 'as it was' },
      { id: 42, version: 2 },
    ]);
  });

  it('changes nothing when nothing is new, and reads back from its file', () => {
    const again = extendLock({ ...first, lock: extendLock(first) });
    expect(again).toEqual(first.lock);
    expect(JSON.parse(lockFile(again))).toEqual(again);
  });
});
