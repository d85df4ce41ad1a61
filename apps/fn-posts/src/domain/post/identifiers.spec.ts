import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readIdentifiers } from './identifiers.ts';

const imei = (value: string) => readIdentifiers([{ type: 'imei', value }]);
const serial = (value: string) => readIdentifiers([{ type: 'serial', value }]);

/** Fourteen digits with their check digit. */
const imeis = fc
  .stringMatching(/^[0-9]{14}$/)
  .map((body) => body + '0123456789'.split('').find((check) => imei(body + check).faults.length === 0))
  .filter((text) => /^\d{15}$/.test(text));

describe('an IMEI', () => {
  it.each(['490154203237518', '49-015420-323751-8', ' 490154 203237 518 '])('reads %j as one number', (written) => {
    expect(imei(written).identifiers).toEqual([{ type: 'imei', value: '490154203237518' }]);
  });

  it.each(['490154203237519', '49015420323751', '4901542032375188', '000000000000000', 'abc'])(
    'is not %j, which the refusal does not repeat',
    (written) => {
      const { identifiers, faults } = imei(written);
      expect(identifiers).toEqual([]);
      expect(faults).toMatchObject([{ path: 'identifiers.0.value', code: 'not_an_imei' }]);
      expect(JSON.stringify(faults)).not.toContain(written);
    },
  );

  it('is refused for every single wrong digit', () => {
    fc.assert(
      fc.property(imeis, fc.nat(14), fc.integer({ min: 1, max: 9 }), (right, at, by) => {
        const wrong = right.slice(0, at) + ((Number(right[at]) + by) % 10) + right.slice(at + 1);
        expect(imei(wrong).faults).toHaveLength(1);
      }),
    );
  });
});

describe('a serial number', () => {
  it('is the same whatever its case, spaces and dashes', () => {
    const spelt = ['c02-xk0 abJHD2', 'C02XK0ABJHD2', 'c02.xk0/abjhd2'].map((text) => serial(text).identifiers);
    expect(new Set(spelt.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  it.each(['a-1', '--------', 'x'.repeat(41)])('is not %j', (written) => {
    expect(serial(written).faults).toMatchObject([{ code: 'not_a_serial' }]);
  });
});

it('an identifier that is written twice is one', () => {
  const written = [
    { type: 'serial', value: 'AB 1234' },
    { type: 'serial', value: 'ab1234' },
  ] as const;
  expect(readIdentifiers(written).identifiers).toHaveLength(1);
});
