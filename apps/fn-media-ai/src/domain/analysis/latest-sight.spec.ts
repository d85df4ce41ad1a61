import { describe, expect, it } from '@jest/globals';
import { aFinding } from '../../../test/vision-question.builder.ts';
import { latestSight } from './latest-sight.ts';
import type { ModelSight } from './seen-photo.ts';

const sight = (title: string, sensitive = false): ModelSight => ({
  provider: 'claude',
  model: 'model-1',
  promptVersion: 'p1',
  milliseconds: 9,
  finding: aFinding({ title: { value: title, confidence: 0.9 }, sensitive }),
});

describe('what is known of a photo by those who looked at it', () => {
  it('is what was seen last', () => {
    expect(latestSight(sight('Before'), sight('Now'))).toEqual(sight('Now'));
    expect(latestSight(null, sight('Now'))).toEqual(sight('Now'));
    expect(latestSight(null, null)).toBeNull();
  });

  it('stays what was seen before when nobody looked this time', () => {
    expect(latestSight(sight('Before', true), null)).toEqual(sight('Before', true));
  });

  it('stays delicate once a model has said so: to take that back is for somebody who looks', () => {
    expect(latestSight(sight('Before', true), sight('Now'))).toEqual(sight('Now', true));
  });
});
