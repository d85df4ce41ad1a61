import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NOTHING_READ, readText } from '../../src/domain/text/read-text.ts';
import { readLexicon } from '../../src/outbound/knowledge/read-lexicon.ts';

const lexicon = readLexicon();
const read = (text: string, language = 'en') => readText(text, language, lexicon);
const ids = (text: string, language = 'en') => read(text, language).concepts.map(({ id }) => id);

describe('reading a text', () => {
  it('reads nothing in nothing', () => {
    expect(read('')).toEqual(NOTHING_READ);
    expect(read(' .,;!')).toEqual(NOTHING_READ);
  });

  it.each([
    ['wallet without keys or cards', 'en'],
    ['cartera sin llaves ni tarjetas', 'es'],
    ['portefeuille sans clés ni cartes', 'fr'],
    ['Geldbeutel ohne Schlüssel oder Karten', 'de'],
    ['carteira sem chaves nem cartões', 'pt'],
  ])('takes nothing for there that %j says is not', (text, language) => {
    expect(ids(text, language)).toContain('wallet');
    expect(ids(text, language)).not.toContain('key');
    expect(ids(text, language)).not.toContain('card');
  });

  it.each([
    ['mochila verde', 'en', 'backpack'],
    ['parapluie noir', 'de', 'umbrella'],
    ['Ich habe einen Rucksack verloren', 'en', 'backpack'],
    ['he perdido las llaves de mi casa', 'pt', 'house-key'],
    ['black wallet', 'xx', 'wallet'],
  ])('reads %j though its post is said to be in %s', (text, language, concept) => {
    expect(ids(text, language)).toContain(concept);
  });

  it.each([
    ['blue umbrela', 'en', 'umbrella'],
    ['sampsonnite sutcase', 'en', 'suitcase'],
    ['porteffeuille', 'fr', 'wallet'],
    ['Regenshirm', 'de', 'umbrella'],
    ['parragüas', 'es', 'umbrella'],
    ['guardaxuva', 'pt', 'umbrella'],
    ['head phones', 'en', 'headphones'],
  ])('knows what %j was meant to be', (text, language, concept) => {
    expect(ids(text, language)).toContain(concept);
  });

  it.each([
    ['Handyhülle', 'phone-case'],
    ['Schluesselbund', 'key'],
    ['Lederhandtasche', 'handbag'],
    ['Kinderregenschirm', 'umbrella'],
    ['Feuerwehrrucksack', 'backpack'],
    ['Damenarmbanduhr', 'watch'],
    ['Wollhandschuhe', 'gloves'],
    ['Silberohrring', 'earring'],
  ])('takes %s apart', (text, concept) => {
    expect(ids(text, 'de')).toContain(concept);
  });

  it('keeps models whole, and names their maker', () => {
    expect(read('iphone13pro max, 128 GB')).toMatchObject({
      brand: 'apple',
      models: ['iphone 13 pro max'],
      numbers: ['128gb'],
    });
    expect(read('Samsung S21')).toMatchObject({ brand: 'samsung', models: ['galaxy s21'] });
    expect(read('headphones WH-1000XM4')).toMatchObject({ brand: 'sony', models: ['wh1000xm4'] });
    expect(read('ThinkPad T480s').models).toEqual(['thinkpad t480s']);
  });

  it('takes an ordinary word for a brand only where something speaks for it', () => {
    expect(read('brown coach bag').brand).toBe('coach');
    expect(read('I was on the coach to Oxford').brands).not.toContain('coach');
    expect(read('guess where I lost my keys').brand).toBeNull();
    expect(read('Guess').brand).toBe('guess');
  });

  it('keeps what it does not know, and measures as they are', () => {
    expect(read('keyring says Okonkwo, 55 x 40 x 20 cm')).toMatchObject({ rest: ['okonkwo'], numbers: ['55x40x20'] });
    expect(read('trainers size 42').concepts).toContainEqual({ id: 'size:42', weightHint: 'size' });
  });

  it('reads any text to an end, and each in the same way again', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom('en', 'es', 'fr', 'de', 'pt', ''), (text, language) => {
        expect(read(text, language)).toEqual(read(text, language));
      }),
    );
  });

  it.each([
    ['combining marks', `a${'\u0301'.repeat(10_000)}`],
    ['right to left', '\u202eמפתחות مفاتيح '.repeat(700)],
    ['emoji', '👨‍👩‍👧‍👦🎒'.repeat(1_000)],
    ['no width', 'k\u200be\u200by\u200b '.repeat(2_000)],
    ['one long word', 'schlüssel'.repeat(1_200)],
    ['many unknown words', Array.from({ length: 1_500 }, (_, at) => `zq${at.toString(36)}wvx`).join(' ')],
    ['without ends', 'without '.repeat(1_300)],
    ['digits', '1,'.repeat(5_000)],
  ])('is not held up by 10 kB of %s', (_, text) => {
    const start = performance.now();
    for (const language of ['en', 'de']) read(text, language);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
