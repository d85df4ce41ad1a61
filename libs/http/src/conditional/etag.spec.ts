import { describe, expect, it } from '@jest/globals';
import { etagOf, ifMatchOf, isUnchanged } from './etag.ts';

const refused = (kind: string, code: string) => expect.objectContaining({ kind, code });

describe('If-Match', () => {
  it.each([undefined, '', '  '])('is demanded (%j)', (header) => {
    expect(() => ifMatchOf(header)).toThrow(refused('precondition-required', 'precondition.required'));
  });

  it.each([etagOf(3), '"2", "3"', '*', ' * '])('%j lets version 3 be changed', (header) => {
    expect(() => ifMatchOf(header).assertCurrent(3)).not.toThrow();
  });

  it.each(['"2"', 'W/"3"', '"33"', '""', '"*"'])('%j does not let version 3 be changed', (header) => {
    expect(() => ifMatchOf(header).assertCurrent(3)).toThrow(refused('precondition', 'precondition.stale'));
  });

  it.each(['3', '"3', '"3""4"', 'w/"3"', '"3",', Array(17).fill('"3"').join(',')])('%j is malformed', (header) => {
    expect(() => ifMatchOf(header)).toThrow(refused('validation', 'precondition.malformed'));
  });
});

describe('If-None-Match', () => {
  it('spares the body when the version is known, weak or strong', () => {
    expect(['"3"', 'W/"3"', '"1", W/"3"', '*'].map((header) => isUnchanged(header, 3))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([undefined, '"2"'].map((header) => isUnchanged(header, 3))).toEqual([false, false]);
  });
});
