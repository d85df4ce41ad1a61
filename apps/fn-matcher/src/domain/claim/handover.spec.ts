import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeHandoverCode, readHandoverCode } from './handover.ts';

const code = () => makeHandoverCode((limit) => Math.floor(Math.random() * limit));

it('is six characters of which no two are taken for each other', () => {
  for (let made = 0; made < 200; made += 1) expect(code()).toMatch(/^[2-9ACDEFHJKMNPRTWXY]{6}$/);
});

it('is read however it was typed', () => {
  expect(readHandoverCode(' 2a5-8 fx ')).toBe('2A58FX');
  expect(readHandoverCode('zasbfx')).toBe('2A58FX');
  fc.assert(
    fc.property(fc.constantFrom(' ', '-', ''), (between) => {
      const made = code();
      expect(readHandoverCode([...made.toLowerCase()].join(between))).toBe(made);
    }),
  );
});

it.each(['', '2A58F', '2A58FXX', '2A58F0', '2A58F1', 'ÄÖÜ234'])('is not %j', (typed) => {
  expect(readHandoverCode(typed)).toBeNull();
});
