import { describe, expect, it } from '@jest/globals';
import { maskPersonalData } from '@foundnow/personal-data';
import { writingOf } from '../../../test/written/written.builder.ts';
import type { ReadCode } from '../photo/written-on-item.ts';
import { judgeWriting } from './judge-writing.ts';

const scan = (text: string) => maskPersonalData(text).found;
const region = { left: 0.4, top: 0.4, width: 0.2, height: 0.1 };
const code = (format: string, value: string): ReadCode => ({ format, value, region });

function judge(texts: readonly string[], category = 'bags.suitcase', codes: readonly ReadCode[] = []) {
  const judged = judgeWriting(writingOf(texts), codes, category, scan);
  return {
    ...judged,
    shown: judged.texts.map(({ kind, value }) => `${kind} ${value}`),
    sealed: judged.personal.map(({ kind, value }) => `${kind} ${value}`),
  };
}

describe('what is written on a thing', () => {
  it('is shown when every word of a line is on a list, in the spelling of the list', () => {
    const { shown, sealed, cover } = judge(['SAMS0NITE', 'Made in PORTUGAL', 'Size 42']);
    expect(shown).toEqual(['brand Samsonite', 'word made', 'word portugal', 'word size']);
    expect(sealed).toEqual([]);
    expect(cover).toEqual([]);
  });

  it('is covered and sealed when no list has it, though no detector knows it', () => {
    const { shown, sealed, cover } = judge(['Emma Kowalska', 'Gryffindor']);
    expect(shown).toEqual([]);
    expect(sealed).toEqual(['name Emma Kowalska', 'text Gryffindor']);
    expect(cover).toHaveLength(2);
  });

  it.each(['Max Brown', 'S. Green', 'M Black', 'L White', 'India Brown', 'BROWN', 'Max', 'Jack Jones', 'Max Armani'])(
    'is covered where it may be somebody, though a list has every word: %s',
    (name) => {
      const { shown, cover } = judge([name]);
      expect(shown).toEqual([]);
      expect(cover).toHaveLength(1);
    },
  );

  it.each([
    ['Size M Black', 'word size,word black'],
    ['XL', ''],
    ['S M L', ''],
    ['Made in India', 'word made,word india'],
    ['Air Max', 'word air,word max'],
    ['Michael Kors', 'brand Michael Kors'],
    ['Jack & Jones', 'brand Jack & Jones'],
    ['Samsonite Black', 'brand Samsonite,word black'],
  ])('stays open where other words beside it say that it is about the thing: %s', (text, expected) => {
    const { shown, cover } = judge([text]);
    expect(shown.join()).toBe(expected);
    expect(cover).toEqual([]);
  });

  it.each(['Michael Kors', 'Marc Jacobs', 'Jack Jones', 'Hugo Boss', 'ARMANI', 'Samsonite'])(
    'is no maker on papers and cards, but their bearer: %s',
    (name) => {
      const { shown, cover } = judge([name], 'documents.card');
      expect(shown).toEqual([]);
      expect(cover).toHaveLength(1);
    },
  );

  it('is the maker on a wallet, and who gave out a card', () => {
    expect(judge(['Samsonite'], 'wallets.wallet').shown).toEqual(['brand Samsonite']);
    expect(judge(['IKEA'], 'documents.card').shown).toEqual(['brand IKEA']);
  });

  it('shows nothing of a line that has anything personal in it', () => {
    const { shown, sealed } = judge(['Samsung IMEI 356938035643809', 'Leather bag ana@example.org']);
    expect(shown).toEqual([]);
    expect(sealed).toEqual(['imei 356938035643809', 'email ana@example.org']);
  });

  it('takes colours and makers for family names on papers', () => {
    const { shown, cover } = judge(['LIBRARY CARD', 'GREEN', 'Surname', 'NIKON'], 'documents.card');
    expect(shown).toEqual(['word library', 'word card']);
    expect(cover).toHaveLength(3);
  });

  it('is careful with a thing that is called "other" and has a card number on it', () => {
    const { isAboutPerson, shown } = judge(['4539 5787 6362 1486', 'Black Nikon'], 'other.other');
    expect(isAboutPerson).toBe(true);
    expect(shown).toEqual([]);
  });

  it('covers a line of which less was read than its strokes promise', () => {
    const { lines } = writingOf(['Made in Portugal']);
    const half = lines.map((line) => ({ ...line, letters: 40 }));
    expect(judgeWriting({ lines: half, unread: [] }, [], 'bags.tote', scan).cover).toHaveLength(1);
  });

  it('tells the airline of a bag tag to strangers and its number to the matcher alone', () => {
    const { shown, sealed, cover } = judge(['0220 123456'], 'bags.suitcase', [code('ITF', '0220123456')]);
    expect(shown).toEqual(['flight-tag LH']);
    expect(sealed).toEqual(['bag-tag 0220123456']);
    expect(cover).toHaveLength(2);
  });

  it('shows the code of a product, and its digits under the bars', () => {
    const { shown, cover, codes } = judge(['4006381333931'], 'books.book', [code('EAN13', '4006381333931')]);
    expect(shown).toEqual(['product-code 4006381333931']);
    expect(cover).toEqual([]);
    expect(codes).toHaveLength(1);
  });

  it('keeps every code of a card to the matcher: the same bars hold numbers of members', () => {
    const { shown, cover, codes, sealed } = judge([], 'wallets.cardholder', [code('EAN13', '4006381333931')]);
    expect([shown, codes]).toEqual([[], []]);
    expect(cover).toHaveLength(1);
    expect(sealed).toEqual(['code 4006381333931']);
  });

  it('reads the bearer out of the code on a boarding pass', () => {
    const pass = code('PDF417', 'M1ERIKSSON/ANNA       EX7K9QP MADLHRIB 3166 123Y012A0045 100');
    expect(judge([], 'documents.ticket', [pass]).sealed.slice(0, 2)).toEqual(['name ANNA ERIKSSON', 'booking X7K9QP']);
  });

  it('makes fields of a passport its hints, and never the zone as it stands', () => {
    const zone = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
    const { hasTravelDocument, sealed, shown } = judge(zone, 'other.other');
    expect(hasTravelDocument).toBe(true);
    expect(sealed).toContain('name ANNA MARIA ERIKSSON');
    expect([...sealed, ...shown].join()).not.toContain('<');
  });

  it('drops control characters that a reader makes of strokes', () => {
    expect(judge(['Em\u0007ma\u202e']).sealed).toEqual(['text Emma']);
  });
});
