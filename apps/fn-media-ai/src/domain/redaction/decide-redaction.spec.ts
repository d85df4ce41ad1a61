import { describe, expect, it } from '@jest/globals';
import { writingOf } from '../../../test/written/written.builder.ts';
import { judgeWriting } from '../text/judge-writing.ts';
import { decideRedaction } from './decide-redaction.ts';

const region = { left: 0.1, top: 0.1, width: 0.3, height: 0.05 };
const nothing = { cover: [], personal: [], hasTravelDocument: false, isAboutPerson: false };
const personal = { ...nothing, cover: [region], personal: [{ kind: 'name', value: 'Anna', confidence: 0.9, region }] };
const clear = writingOf(['Anna Eriksson']);
const empty = writingOf([]);
const unread = { region, letters: 9, tried: true };

describe('what strangers must not see', () => {
  it('is nothing of a thing without writing', () => {
    expect(decideRedaction('bags.tote', empty, nothing)).toEqual({ kind: 'none', regions: [] });
  });

  it('is the line with a name on it, with room round it', () => {
    const { kind, regions } = decideRedaction('bags.tote', clear, personal);
    expect(kind).toBe('regions');
    expect(regions[0]!.left).toBeLessThan(region.left);
    expect(regions[0]!.width).toBeGreaterThan(region.width);
  });

  it.each(['documents.passport', 'documents.id', 'documents.license'])(
    'is all of a %s: it has a portrait',
    (category) => {
      expect(decideRedaction(category, clear, personal).kind).toBe('whole');
    },
  );

  it('is all of anything with a machine-readable zone', () => {
    expect(decideRedaction('other.other', clear, { ...personal, hasTravelDocument: true }).kind).toBe('whole');
  });

  it.each(['documents.card', 'documents.ticket', 'wallets.purse'])(
    'is all of a %s when a line was not read',
    (category) => {
      expect(decideRedaction(category, { ...clear, unread: [unread] }, personal).kind).toBe('whole');
      expect(decideRedaction(category, writingOf(['Anna'], 0.5), personal).kind).toBe('whole');
      expect(decideRedaction(category, clear, personal).kind).toBe('regions');
    },
  );

  it.each(['documents.card', 'wallets.purse', 'wallets.cardholder', 'medical.medication'])(
    'is all of a %s on which nothing could be read',
    (category) => {
      expect(decideRedaction(category, empty, nothing).kind).toBe('whole');
    },
  );

  it('is all of a card that was reported as something else, when it is not read well', () => {
    const found = { ...personal, isAboutPerson: true };
    expect(decideRedaction('other.other', { ...clear, unread: [unread] }, found).kind).toBe('whole');
  });

  it('leaves the stitches of a bag alone, on which nothing can be made out', () => {
    const stitches = { ...writingOf(['EEE ww ||'], 0.5), unread: [unread] };
    expect(decideRedaction('bags.tote', stitches, { ...nothing, cover: [region] }).kind).toBe('none');
  });

  it.each([
    ['Marianne Kowalski', 0.55],
    ['Anna', 0.95],
    ['Anna', 0.55],
    ['S. Green', 0.8],
    ['Max Brown', 0.6],
    ['M Black', 0.7],
    ['Otto', 0.8],
  ])('is the name tag of a bag on which "%s" was read with a confidence of %d', (name, confidence) => {
    const writing = writingOf([name], confidence);
    const judged = judgeWriting(writing, [], 'bags.backpack', () => []);
    expect(decideRedaction('bags.backpack', writing, judged).kind).toBe('regions');
  });

  it.each([
    ['tonk', 0.59],
    ['tee', 0.62],
    ['Wg', 0.87],
  ])('leaves a bag alone of whose stitches "%s" was made with a confidence of %d', (stitches, confidence) => {
    const writing = writingOf([stitches], confidence);
    const judged = judgeWriting(writing, [], 'bags.backpack', () => []);
    expect(decideRedaction('bags.backpack', writing, judged).kind).toBe('none');
  });

  it('covers what could not be read beside what could', () => {
    const other = { region: { ...region, top: 0.8 }, letters: 9, tried: true };
    expect(decideRedaction('bags.tote', { ...clear, unread: [other] }, personal).regions).toHaveLength(2);
  });

  it('covers a line of name length that stands alone and nobody could read, but no pattern of many', () => {
    const line = (top: number) => ({ region: { ...region, top }, letters: 16, tried: true });
    const kindOf = (count: number) => {
      const seams = Array.from({ length: count }, (_, at) => line(at / 10));
      return decideRedaction('bags.tote', { ...empty, unread: seams }, nothing).kind;
    };
    expect([1, 4, 5, 8].map(kindOf)).toEqual(['regions', 'regions', 'none', 'none']);
  });

  it('covers what there was no time to read', () => {
    const { kind } = decideRedaction('bags.tote', { ...empty, unread: [{ ...unread, tried: false }] }, nothing);
    expect(kind).toBe('regions');
  });

  it('makes one region of those that touch, and stays inside the photo', () => {
    const cover = [region, { ...region, left: 0.38 }, { left: 0.9, top: 0.95, width: 0.2, height: 0.1 }];
    const { regions } = decideRedaction('bags.tote', clear, { ...personal, cover });
    expect(regions).toHaveLength(2);
    for (const { left, top, width, height } of regions) {
      expect(left + width).toBeLessThanOrEqual(1);
      expect(top + height).toBeLessThanOrEqual(1);
    }
  });
});
