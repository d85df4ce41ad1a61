import { describe, expect, it } from '@jest/globals';
import { discover, reassess } from './assess.ts';
import { confirm, reject } from './decide.ts';
import { expire } from './expire.ts';
import type { Assessment, Match } from './match.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const days = (count: number) => later(24 * count);

const assessed = (probability: number, levels: Record<string, string> = { place: 'near' }, weight = 4): Assessment => ({
  probability,
  weight,
  tier: probability >= 0.85 ? 'notify' : probability >= 0.7 ? 'show' : 'review',
  modelVersion: 'test-1',
  distanceMeters: 100,
  reasons: Object.entries(levels).map(([signal, level]) => ({ signal, level, words: 'so it is', weight: 1 })),
});
const pair = { id: 'm', lostPostId: 'l', foundPostId: 'f' };
const aMatch = (assessment = assessed(0.8)): Match => discover(pair, assessment, NOW).match;
const by = (side: 'lost' | 'found', isStaff = false) => ({ personId: `of-${side}`, side, isStaff });
const bothSaidYes = () => confirm(confirm(aMatch(), by('lost'), NOW).match, by('found'), later(1));

describe('a new match', () => {
  it('waits seven days for an answer', () => {
    const { match, events } = discover(pair, assessed(0.9), NOW);
    expect(match).toMatchObject({ version: 1, status: 'pending', tier: 'notify', expiresAt: days(7) });
    expect(events).toMatchObject([{ type: 'found', by: null }]);
  });
});

describe('answers', () => {
  it('confirm it once both sides said so, for thirty days', () => {
    const half = confirm(aMatch(), by('lost'), NOW);
    expect(half).toMatchObject({
      match: { status: 'pending', version: 2 },
      events: [{ type: 'updated', cause: 'decision' }],
    });
    const { match, events } = confirm(half.match, by('found', true), later(1));
    expect(match).toMatchObject({
      status: 'confirmed',
      version: 3,
      confirmedBy: 'staff',
      expiresAt: new Date(days(30).getTime() + 3_600_000),
    });
    expect(events).toMatchObject([{ type: 'confirmed', confirmedBy: 'staff', by: 'of-found' }]);
  });

  it('change nothing when they are said again', () => {
    const half = confirm(aMatch(), by('lost'), NOW).match;
    expect(confirm(half, by('lost'), NOW)).toEqual({ match: half, events: [] });
  });

  it('reject it with one word, also one that was confirmed', () => {
    const { match, events } = reject(bothSaidYes().match, by('lost'), 'wrong_item', later(2));
    expect(match).toMatchObject({ status: 'rejected', endReason: 'wrong_item', decisions: { lost: 'rejected' } });
    expect(events).toMatchObject([{ type: 'rejected', rejectedBy: 'lost', reason: 'wrong_item' }]);
  });

  it('come too late for one that is over', () => {
    const over = expire(aMatch(), 'time', days(7)).match;
    expect(() => confirm(over, by('lost'), days(8))).toThrow(expect.objectContaining({ code: 'match.not_open' }));
    expect(() => reject(over, by('lost'), 'other', days(8))).toThrow(
      expect.objectContaining({ code: 'match.not_open' }),
    );
  });
});

describe('a pair that is scored again', () => {
  it('is told of only when that matters', () => {
    const quiet = reassess(aMatch(assessed(0.8)), assessed(0.82), 'edited', later(1));
    expect(quiet).toMatchObject({ match: { probability: 0.82, version: 1 }, events: [] });
    for (const now of [assessed(0.86), assessed(0.74), assessed(0.8, { place: 'near', brand: 'same' })]) {
      const { match, events } = reassess(aMatch(), now, 'enhanced', later(1));
      expect(match.version).toBe(2);
      expect(events).toMatchObject([
        { type: 'updated', previousProbability: 0.8, previousTier: 'show', cause: 'enhanced' },
      ]);
    }
  });

  it('lapses when it is no candidate any more, unless somebody confirmed it', () => {
    expect(reassess(aMatch(), null, 'edited', later(1))).toMatchObject({
      match: { status: 'expired', endReason: 'evidence_changed' },
      events: [{ type: 'expired', previousStatus: 'pending', reason: 'evidence_changed' }],
    });
    const half = confirm(aMatch(), by('found'), NOW).match;
    expect(reassess(half, null, 'edited', later(1))).toEqual({ match: half, events: [] });
  });

  it.each(['post_resolved', 'post_expired', 'evidence_changed'] as const)('comes back after %s by itself', (reason) => {
    const over = expire(aMatch(), reason, later(1)).match;
    const { match, events } = reassess(over, assessed(0.8), 'edited', later(2));
    expect(match).toMatchObject({ id: 'm', version: 3, status: 'pending', endedAt: null, foundAt: NOW });
    expect(events).toMatchObject([{ type: 'found' }]);
  });

  it.each([
    ['rejected', reject(aMatch(), by('lost'), 'wrong_item', later(1)).match],
    ['lapsed', expire(aMatch(), 'time', days(7)).match],
  ])('does not come back %s, unless the evidence became another and three bits heavier', (_, over) => {
    for (const same of [assessed(0.99, { place: 'near' }, 12), assessed(0.99, { place: 'near', brand: 'same' }, 6.9)]) {
      expect(reassess(over, same, 'edited', days(8))).toEqual({ match: over, events: [] });
    }
    const back = reassess(over, assessed(0.99, { place: 'near', serial: 'same' }, 7), 'enhanced', days(8)).match;
    expect(back).toMatchObject({
      status: 'pending',
      decisions: { lost: 'pending', found: 'pending' },
      endedWith: null,
    });
  });

  it('stays home once it is home', () => {
    const home: Match = { ...bothSaidYes().match, status: 'returned' };
    expect(reassess(home, null, 'edited', days(3))).toEqual({ match: home, events: [] });
  });
});
