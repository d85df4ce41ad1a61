import { describe, expect, it } from '@jest/globals';
import { aQuestion } from '../../../../test/vision-question.builder.ts';
import { mostCost, tokenCost } from './claude-price.ts';

const PRICE = { inputMicrosPerMTok: 100_000, outputMicrosPerMTok: 500_000 };

describe('what Claude costs', () => {
  it('is counted in millionths, and rounded up', () => {
    expect(tokenCost(PRICE, 1_000_000, 0)).toBe(100_000);
    expect(tokenCost(PRICE, 2_000, 300)).toBe(350);
    expect(tokenCost(PRICE, 1, 0)).toBe(1);
    expect(tokenCost(PRICE, 0, 0)).toBe(0);
  });

  it('is estimated as if the model said all that it may', () => {
    const question = aQuestion({ width: 1_500, height: 1_000 });
    expect(mostCost(PRICE, question, 4_000, 4_096)).toBe(tokenCost(PRICE, 2_000 + 2_000, 4_096));
  });

  it('is estimated for the largest picture when nobody says how large it is', () => {
    const unknown = mostCost(PRICE, aQuestion({ width: 0, height: 0 }), 0, 0);
    expect(unknown).toBe(mostCost(PRICE, aQuestion({ width: 1_600, height: 1_600 }), 0, 0));
  });
});
