import { expect, it } from '@jest/globals';
import { LOOKS, looksAt } from './looks.ts';

it.each([320, 1_280])('has each look that shows something else at forms of %d pixels, four at each', (longest) => {
  const all = Array.from({ length: 30 }, (_, at) => looksAt(at, longest));
  for (const looks of all) expect(new Set(looks).size).toBe(4);
  const same = ({ scale }: (typeof LOOKS)[number]) => scale * longest > 1_600;
  expect(new Set(all.flat())).toEqual(new Set(LOOKS.filter((look) => !same(look))));
});
