import { describe, expect, it } from '@jest/globals';
import type { StageUse } from '../photo/stage.ts';
import { aFinding } from '../../../test/vision-question.builder.ts';
import { type CurrentReading, isStale as isStaleAs, type ReadBefore } from './is-stale.ts';

const use = (stage: StageUse['stage'], model = 'one'): StageUse => {
  return { stage, model, provider: 'local', confidence: null, milliseconds: 1 };
};
const NOW = new Date('2026-06-01T12:00:00.000Z');
const PAPER = 'documents.card';
const WHOLE = { kind: 'whole', regions: [] } as const;
const read = (...stages: StageUse[]): ReadBefore => {
  const reading = { pipelineVersion: '1', readAs: PAPER, redaction: WHOLE, stages };
  return { state: 'read', reading, sight: null, doneAt: NOW };
};
const now = (...stages: CurrentReading['stages']): CurrentReading => ({
  pipelineVersion: '1',
  stages,
  models: [],
  now: NOW,
});

const isStale = (photo: ReadBefore, current: CurrentReading) => isStaleAs(photo, PAPER, current);

describe('a photo that was read', () => {
  it('is read as it would be now when every stage of now was there', () => {
    const before = read(use('quality'), use('codes'), use('text'), use('embedding', 'clip@1'));
    expect(isStale(before, now({ stage: 'codes' }, { stage: 'text' }, { stage: 'embedding', model: 'clip@1' }))).toBe(
      false,
    );
    expect(isStale(before, now())).toBe(false);
  });

  it('may be read anew when its writing was not, because that broke or was off, though it is covered whole', () => {
    expect(isStale(read(use('quality'), use('codes')), now({ stage: 'codes' }, { stage: 'text' }))).toBe(true);
    expect(isStale(read(use('quality')), now())).toBe(false);
  });

  it('may be read anew when another model makes vectors of looks now, or one does at last', () => {
    const current = now({ stage: 'embedding', model: 'clip@2' });
    expect(isStale(read(use('embedding', 'clip@1')), current)).toBe(true);
    expect(isStale(read(use('quality')), current)).toBe(true);
    expect(isStale(read(use('embedding', 'clip@2')), current)).toBe(false);
  });

  it('may be read anew when what it was sealed with may have retired since', () => {
    const after = (days: number) => ({ ...now(), now: new Date(NOW.getTime() + days * 86_400_000) });
    expect(isStale(read(), after(89))).toBe(false);
    expect(isStale(read(), after(91))).toBe(true);
  });

  it('may be read anew when it failed, or by another pipeline, and not while it waits', () => {
    expect(isStale({ state: 'failed', reading: null, sight: null, doneAt: NOW }, now())).toBe(true);
    expect(isStale(read(), { ...now(), pipelineVersion: '2' })).toBe(true);
    expect(isStale({ ...read(), state: 'waiting' }, { ...now(), pipelineVersion: '2' })).toBe(false);
  });

  it('may be read anew when its post says by now that it shows another thing', () => {
    expect(isStaleAs(read(), 'documents.ticket', now())).toBe(false);
    expect(isStaleAs(read(), 'documents.passport', now())).toBe(true);
    expect(isStaleAs(read(), 'bags.backpack', now())).toBe(true);
  });

  it('may be read anew when it is covered whole by the word of a model that is no longer asked', () => {
    const finding = aFinding({ category: { value: PAPER, confidence: 0.6 } });
    const sight = { provider: 'claude', model: 'model-1', promptVersion: 'p1', milliseconds: 9, finding };
    const asked = (promptVersion: string) => ({
      ...now(),
      models: [{ name: 'claude', model: 'model-1', promptVersion }],
    });
    expect(isStaleAs({ ...read(), sight }, 'other.other', asked('p1'))).toBe(false);
    expect(isStaleAs({ ...read(), sight }, 'other.other', asked('p2'))).toBe(true);
    expect(isStaleAs({ ...read(), sight }, PAPER, asked('p2'))).toBe(false);
  });
});
