import { describe, expect, it } from '@jest/globals';
import { Draw, TO_KEEP, TO_MASK } from '../test/made-up-numbers.ts';
import type { Maker } from '../test/made-up-numbers.ts';
import { maskPersonalData } from './mask-personal-data.ts';

const EACH = 2_000;

function shareMasked(make: Maker): number {
  const draw = new Draw(4_711);
  const texts = Array.from({ length: EACH }, () => `black, ${make(draw)} on the back`);
  return texts.filter((text) => /^black, \[\w+\] on the back$/.test(maskPersonalData(text).text)).length / EACH;
}

function shareTouched(make: Maker): number {
  const draw = new Draw(4_711);
  const texts = Array.from({ length: EACH }, () => `black, ${make(draw)} on the back`);
  return texts.filter((text) => maskPersonalData(text).found.length > 0).length / EACH;
}

describe('numbers made up by the thousand', () => {
  it.each(Object.entries(TO_MASK))('are masked whole when they are of a person: %s', (_name, make) => {
    expect(shareMasked(make)).toBeGreaterThanOrEqual(0.999);
  });

  it.each(Object.entries(TO_KEEP))('are kept when they are of a thing: %s', (_name, make) => {
    expect(shareTouched(make)).toBeLessThanOrEqual(0.001);
  });

  it('costs the serials that are as long as a card and begin like one a tenth, whatever card they look like', () => {
    expect(shareTouched((draw) => draw.like('4###############'))).toBeLessThan(0.12);
    expect(shareTouched((draw) => draw.like('%###############'))).toBeLessThan(0.07);
  });
});
