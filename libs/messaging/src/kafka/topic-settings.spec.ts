import { describe, expect, it } from '@jest/globals';
import { MAX_BATCH_BYTES } from './topic-limits.ts';
import { copiesFor, driftOf, settingsOf } from './topic-settings.ts';

const DAY = 86_400_000;
const plan = { name: 't', partitions: 12, retentionMs: 30 * DAY, groups: [] };

describe('the settings of a topic', () => {
  it.each([
    [1, 1, 1],
    [2, 2, 1],
    [3, 3, 2],
    [9, 3, 2],
  ])('let one of %i brokers be away where they can: %i copies, %i in sync', (brokers, replicationFactor, minInSync) => {
    expect(copiesFor(brokers)).toEqual({ replicationFactor, minInSync });
  });

  it('hold the largest message, and keep none longer than a day beyond its time', () => {
    const settings = settingsOf(plan, copiesFor(3));
    expect(Number(settings['max.message.bytes'])).toBeGreaterThan(MAX_BATCH_BYTES);
    expect(settings).toMatchObject({ 'retention.ms': String(30 * DAY), 'segment.ms': String(DAY) });
    expect(settingsOf({ ...plan, retentionMs: 1000 }, copiesFor(1))).toMatchObject({ 'segment.ms': '1000' });
  });

  it('have drifted where they differ, and not where an operator gave more', () => {
    const wanted = settingsOf(plan, copiesFor(3));
    const actual = { ...wanted, 'max.message.bytes': '9000000', 'min.insync.replicas': '3', 'retention.ms': '1' };
    expect(driftOf(wanted, wanted)).toEqual({});
    expect(driftOf(wanted, actual)).toEqual({ 'retention.ms': String(30 * DAY) });
    expect(driftOf(wanted, { ...wanted, 'max.message.bytes': '1000' })).toEqual({ 'max.message.bytes': '1048588' });
  });
});
