import { describe, expect, it } from '@jest/globals';
import { etagOf, ifMatchOf } from './etag.ts';

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

describe('the entity tag of a view', () => {
  it('differs from that of the whole and of other views', () => {
    expect([etagOf(3), etagOf(3, 'public'), etagOf(3, 'party')]).toEqual(['"3"', '"3-public"', '"3-party"']);
  });

  it('lets nobody change the whole', () => {
    expect(() => ifMatchOf(etagOf(3, 'public')).assertCurrent(3)).toThrow(
      refused('precondition', 'precondition.stale'),
    );
  });
});
