import { describe, expect, it } from '@jest/globals';
import { askedOnce } from './asked-once.ts';

describe('asking once', () => {
  it('asks again for what was refused, and never for what was found good', () => {
    const asked: string[] = [];
    const isKnown = askedOnce((name) => asked.push(name) > 0 && name === 'good');
    expect(['good', 'bad', 'good', 'bad'].map(isKnown)).toEqual([true, false, true, false]);
    expect(asked).toEqual(['good', 'bad', 'bad']);
  });

  it('answers right beyond what it can remember', () => {
    const isKnown = askedOnce((name) => name !== 'bad', 2);
    expect(['a', 'b', 'c', 'bad', 'c'].map(isKnown)).toEqual([true, true, true, false, true]);
  });
});
