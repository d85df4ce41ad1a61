import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CATEGORIES } from '@foundnow/kernel';
import { cellToLatLng, getPentagons } from 'h3-js';
import { areaSearches } from './area-searches.ts';
import { areCandidates } from './are-candidates.ts';
import type { Block } from './block.ts';
import { categoryTable, groupOf, UNKNOWN } from './categories.ts';
import { cellsAt } from './cells.ts';
import { reachClassOf, reachOf } from './reach.ts';

const file = new URL('../../../lexicon/categories.json', import.meta.url);
const pairs = (JSON.parse(readFileSync(file, 'utf8')) as { confused: [string, string][] }).confused;
const table = categoryTable(pairs);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const aBlock = (given: Partial<Block> = {}): Block => ({
  kind: 'lost',
  categories: ['bags.backpack'],
  lat: 48.1,
  lng: 11.5,
  reachMeters: reachOf(200),
  travels: false,
  from: 0,
  to: HOUR,
  ...given,
});

describe('categories that are taken for each other', () => {
  it('are so in both directions, whichever they are', () => {
    const all = [...CATEGORIES, UNKNOWN, 'no.such'];
    for (const one of all) {
      expect(table.areCompatible(one, one) && table.areConfusable(one, one)).toBe(true);
      for (const other of all) {
        expect(table.areCompatible(one, other)).toBe(table.areCompatible(other, one));
        expect(table.areConfusable(one, other)).toBe(table.areConfusable(other, one));
      }
    }
  });

  it.each([
    ['wallets.purse', 'bags.handbag', true],
    ['electronics.watch', 'jewelry.bracelet', true],
    ['bags.backpack', 'bags.suitcase', true],
    ['other.other', 'pets.dog', true],
    ['no.such', 'pets.dog', true],
    ['pets.dog', 'electronics.phone', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(table.areCompatible(one, other)).toBe(expected);
  });

  it('are listed once, and none of them of one group', () => {
    const seen = new Set(pairs.map((pair) => pair.toSorted().join(' ')));
    expect(seen.size).toBe(pairs.length);
    expect(pairs.filter(([one, other]) => groupOf(one) === groupOf(other))).toEqual([]);
    expect(() => categoryTable([['no.such', 'pets.dog']])).toThrow(/no\.such/);
  });
});

describe('what is a candidate', () => {
  const found = (given: Partial<Block> = {}) => aBlock({ kind: 'found', ...given });

  it('is of the other kind, lies within what both reach, and may be the same thing', () => {
    expect(areCandidates(aBlock(), found(), table)).toBe(true);
    expect(areCandidates(aBlock(), aBlock(), table)).toBe(false);
    expect(areCandidates(aBlock(), found({ lat: 48.14 }), table)).toBe(false);
    expect(areCandidates(aBlock({ reachMeters: reachOf(2000) }), found({ lat: 48.14 }), table)).toBe(true);
    expect(areCandidates(aBlock(), found({ categories: ['pets.dog'] }), table)).toBe(false);
    expect(areCandidates(aBlock(), found({ categories: ['pets.dog', 'bags.other'] }), table)).toBe(true);
  });

  it('is not found before it was lost, but for wrong clocks, nor months after', () => {
    const at = (from: number) => found({ from, to: from + HOUR });
    expect([-3 * DAY, -1 * DAY, 0, 30 * DAY, 90 * DAY].map((from) => areCandidates(aBlock(), at(from), table))).toEqual(
      [false, true, true, true, false],
    );
  });

  it('is looked for further away, for a shorter time and as what it looks like, when it travels', () => {
    const away = (given: Partial<Block>) =>
      areCandidates(aBlock(), found({ lat: 48.6, travels: true, ...given }), table);
    expect(away({})).toBe(true);
    expect(away({ travels: false })).toBe(false);
    expect(away({ lat: 49.1 })).toBe(false);
    expect(away({ categories: ['bags.tote'] })).toBe(false);
    expect(away({ from: 40 * DAY, to: 41 * DAY })).toBe(false);
  });
});

describe('the search', () => {
  const ARMS = 12;
  const pentagon = getPentagons(7)[3] ?? '';
  const [lat, lng] = cellToLatLng(pentagon);
  it.each([
    ['in a city', 48.1, 11.5],
    ['at the north pole', 89.999, 10],
    ['at the south pole', -90, 0],
    ['on the antimeridian', -16.8, 179.999],
    ['at a pentagon of the grid', lat, lng],
  ])('holds every candidate %s, from both sides', (_where, latitude, longitude) => {
    for (const [own, theirs, travels] of [
      [200, 100, false],
      [100, 3_000, false],
      [9_000, 25_000, false],
      [200, 200, true],
    ] as const) {
      const one = aBlock({ lat: latitude, lng: longitude, reachMeters: reachOf(own) });
      const most = travels ? 75_000 : reachOf(own) + reachOf(theirs);
      for (let arm = 0; arm < ARMS; arm += 1) {
        const place = moved(one, 0.999 * most, (2 * Math.PI * arm) / ARMS);
        const other = aBlock({ ...place, kind: 'found', reachMeters: reachOf(theirs), travels, to: 3 * DAY });
        expect(areCandidates(one, other, table)).toBe(true);
        expect(areCandidates(other, one, table)).toBe(true);
        expect([holds(one, other), holds(other, one)]).toEqual([true, true]);
      }
    }
  });
});

function holds(one: Block, other: Block): boolean {
  const cells = cellsAt(other);
  return areaSearches(one, table).some(({ among, column, cells: covered, categories, groups, endsFrom, beginsTo }) => {
    const isAmong =
      among === 'all' || (among === 'travelling' ? other.travels : among === reachClassOf(other.reachMeters));
    const isOf = other.categories.some((each) => categories.includes(each) && groups.includes(groupOf(each)));
    return isAmong && isOf && covered.includes(cells[column]) && other.to >= endsFrom && other.from <= beginsTo;
  });
}

/** So far away on a sphere, in a direction. */
function moved({ lat, lng }: Block, meters: number, bearing: number): { lat: number; lng: number } {
  const angle = meters / 6_371_008.8;
  const [phi, lambda] = [(lat * Math.PI) / 180, (lng * Math.PI) / 180];
  const sine = Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing);
  const y = Math.sin(bearing) * Math.sin(angle) * Math.cos(phi);
  const turned = lambda + Math.atan2(y, Math.cos(angle) - Math.sin(phi) * sine);
  return { lat: (Math.asin(sine) * 180) / Math.PI, lng: (((turned * 180) / Math.PI + 540) % 360) - 180 };
}
