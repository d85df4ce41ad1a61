import { describe, expect, it } from '@jest/globals';
import { processorMs } from '@foundnow/testing';
import { aFinding } from '../../../../test/vision-question.builder.ts';
import { findingFrom } from './finding-from.ts';

const said = (value: string, confidence = 0.9) => ({ value, confidence });
const PERSONAL = [
  'Marianne Kowalski',
  'Name: Marianne Kowalski',
  'IMEI 35 693803 564380 9',
  '356938035643809',
  'S/N: R58N90ABCDE',
  'DNI 12345678Z',
  'Date of birth 12.04.1987',
  '12 High Street',
  '28013 Madrid',
  'Booking ref: X7K9QP',
  'Passport No. C01X00T47',
  'ana@example.org',
  '+34 612 345 678',
];

describe('findingFrom', () => {
  it('takes a good answer as it is, and what it made of it once more', () => {
    expect(findingFrom(aFinding())).toEqual({ finding: aFinding(), personal: [] });
    expect(findingFrom(findingFrom(aFinding())?.finding)?.finding).toEqual(aFinding());
  });

  it.each([
    undefined,
    null,
    'a text',
    [],
    {},
    { ...aFinding(), tags: 'backpack' },
    { ...aFinding(), category: 'bags.backpack' },
    { ...aFinding(), sensitive: 'no' },
    { ...aFinding(), title: { value: 'x' } },
    { ...aFinding(), brand: { value: 5, confidence: 1 } },
    { ...aFinding(), objects: [{ value: 'x', confidence: 'high' }] },
  ])('refuses what has another shape (%#)', (raw) => {
    expect(findingFrom(raw)).toBeUndefined();
  });

  it.each(['bags', 'bags.gun', 'admin.delete', 'BAGS.BACKPACK', '__proto__', 'constructor', ''])(
    'knows no category %j',
    (value) => {
      expect(findingFrom({ ...aFinding(), category: said(value) })?.finding.category).toBeNull();
    },
  );

  it('keeps confidence within 0 and 0.97: no model is as sure as several voices', () => {
    const raw = {
      ...aFinding(),
      tags: [said('a zip', 7), said('a buckle', -3), said('a strap', 0.5)],
      title: said('x', 1e308),
    };
    const finding = findingFrom(raw)?.finding;
    expect(finding?.tags.map(({ confidence }) => confidence)).toEqual([0.97, 0, 0.5]);
    expect(finding?.title?.confidence).toBe(0.97);
  });

  it('holds nothing that was not asked for', () => {
    const raw = JSON.parse(
      `{"__proto__":{"admin":true},"action":"delete","level":"auto",${JSON.stringify(aFinding()).slice(1)}`,
    ) as object;
    expect(Object.keys(findingFrom(raw)?.finding ?? {}).toSorted()).toEqual(Object.keys(aFinding()).toSorted());
    expect(Reflect.get(findingFrom(raw)?.finding ?? {}, 'admin')).toBeUndefined();
  });

  it('says each word once, in small letters and with the best confidence', () => {
    const raw = { ...aFinding(), tags: [said('USB cable', 0.4), said('usb cable', 0.8), said('  '), said('zip')] };
    expect(findingFrom(raw)?.finding.tags).toEqual([said('usb cable', 0.8), said('zip')]);
  });

  it('keeps so many of a list and so much of a text, however much there is', () => {
    const raw = {
      ...aFinding(),
      tags: Array.from({ length: 100_000 }, (_, index) => said(`tag ${'x'.repeat(index % 30)}y`)),
      texts: Array.from({ length: 100_000 }, (_, index) => said(`${index}cm ${' '.repeat(200)}`)),
      description: said('word '.repeat(100_000)),
    };
    const finding = findingFrom(raw)?.finding;
    expect(finding?.tags).toHaveLength(20);
    expect(finding?.texts).toHaveLength(30);
    expect(finding?.description?.value.length).toBeLessThanOrEqual(1_000);
    expect(JSON.stringify(finding).length).toBeLessThan(8_000);
  });

  it.each(['a-', '4 ', '+3-', '1.', 'é', 'x@'])('is not held up by a megabyte of %j', (piece) => {
    const long = said(piece.repeat(4_000 / piece.length));
    const many = Array.from({ length: 60 }, () => long);
    const words = { tags: many, objects: many, colors: many, texts: many };
    const raw = { ...aFinding(), title: long, description: long, brand: long, ...words };
    expect(processorMs(() => void findingFrom(raw))).toBeLessThan(3_000);
  });

  it('leaves out what holds contact data, and names the kinds only', () => {
    const raw = {
      ...aFinding(),
      description: said('If found call +34 612 345 678'),
      texts: [said('ana@example.org'), said('Eastpak')],
    };
    const checked = findingFrom(raw);
    expect(checked?.finding).toMatchObject({ description: null, texts: [said('Eastpak')] });
    expect(checked?.personal.toSorted()).toEqual(['email', 'phone']);
    expect(JSON.stringify(checked)).not.toMatch(/612|ana@/);
  });

  it.each(PERSONAL)('lets %j go nowhere', (text) => {
    const words = [said(text), said(`Eastpak ${text}`)];
    const fields = { title: words[0], description: words[1], brand: words[0], model: words[1], material: words[0] };
    const lists = { texts: words, tags: words, objects: words, colors: words };
    const finding = findingFrom({ ...aFinding(), ...fields, ...lists })?.finding;
    expect(JSON.stringify(finding)).not.toContain(text);
    expect(finding?.texts.map(({ value }) => value).filter((value) => value !== 'Eastpak')).toEqual([]);
  });

  it.each(PERSONAL)('proposes nothing in which %j stands', (text) => {
    const around = said(`Blue backpack, ${text}, with a zip`);
    const fields = { title: around, description: around, brand: around, model: around, material: around };
    const checked = findingFrom({ ...aFinding(), ...fields, tags: [around], objects: [around], colors: [around] });
    const none = { title: null, description: null, brand: null, model: null, material: null };
    expect(checked?.finding).toMatchObject({ ...none, tags: [], objects: [], colors: [] });
    expect(checked?.personal.length).toBeGreaterThan(0);
  });

  it.each([
    'Wallet of Marianne Kowalski',
    "Marianne's rucksack",
    'Property of Samira',
    'Blue bag, the tag reads KOWALSKI 12',
    'Bag of S. Green',
    'Case with "Max Brown" on it',
    'A tag says Jack Jones',
    'Card of Michael Kors',
    'marianne kowalski',
    'marianne.kowalski on instagram',
    'account 1234567890',
  ])('names nobody, whoever is read without a label: %j', (text) => {
    const fields = { title: said(text), description: said(text), brand: said(text), material: said(text) };
    const lists = { tags: [said(text)], objects: [said(text)], colors: [said(text)], texts: [said(text)] };
    const checked = findingFrom({ ...aFinding(), ...fields, ...lists, category: said('documents.card') });
    const none = { title: null, description: null, brand: null, material: null };
    expect(checked?.finding).toMatchObject({ ...none, tags: [], objects: [], colors: [], texts: [] });
  });

  it.each([
    ['bags.handbag', 'Michael Kors', 'Michael Kors'],
    ['clothing.jacket', 'Jack & Jones', 'Jack & Jones'],
    ['clothing.jacket', 'Jack Jones', undefined],
    ['electronics.phone', 'Michael Kors', undefined],
    ['wallets.wallet', 'Tommy Hilfiger', 'Tommy Hilfiger'],
    ['documents.card', 'Marc Jacobs', undefined],
    ['documents.card', 'Samsung', undefined],
    ['documents.card', 'Mastercard', 'Mastercard'],
    ['documents.card', 'IKEA', 'IKEA'],
    ['bags.backpack', 'Northpeak', 'Northpeak'],
    ['electronics.watch', 'Daniel Wellington', 'Daniel Wellington'],
    ['books.notebook', 'Ted Baker', undefined],
    ['bags.backpack', 'Kowalski', undefined],
    ['bags.backpack', 'Zdzislawa Wojtowicz', undefined],
  ])('takes for the maker of %s what is said to be %j: %j', (category, brand, expected) => {
    const finding = findingFrom({ ...aFinding(), category: said(category), brand: said(brand) })?.finding;
    expect(finding?.brand?.value).toBe(expected);
  });

  it.each([
    ['ThinkPad T14 Gen 3', 'ThinkPad T14 Gen 3'],
    ['iPhone 15 Pro Max', 'iPhone 15 Pro Max'],
    ['Air Max 90', 'Air Max 90'],
    ['KOWALSKI 12', undefined],
    ['tag reads 12', undefined],
    ['1234567890', undefined],
  ])('takes %j for what it is called: %j', (model, expected) => {
    expect(findingFrom({ ...aFinding(), model: said(model) })?.finding.model?.value).toBe(expected);
  });

  it('keeps of words those that a dictionary has, in small letters', () => {
    const tags = [
      'teddy',
      'viola',
      'rose gold',
      'olive green',
      'brown leather',
      'USB cable',
      '20 l',
      'torn strap',
      'Nike',
    ];
    const not = ['KOWALSKI 12', 'tag reads KOWALSKI', 'account 1234567890', 'room 214 Hotel Mira', 'Mira', 'max brown'];
    const finding = findingFrom({ ...aFinding(), tags: [...not, ...tags].map((tag) => said(tag)) })?.finding;
    expect(finding?.tags.map(({ value }) => value)).toEqual(tags.map((tag) => tag.toLowerCase()));
  });

  it('proposes nothing that says whose it is', () => {
    const description = said('A wallet of Marianne Kowalski, born 12.04.1987, Hauptstraße 7, 10115 Berlin.');
    expect(findingFrom({ ...aFinding(), description, title: said('Belongs to Peter Walker') })?.finding).toMatchObject({
      title: null,
      description: null,
    });
  });

  it.each([
    'Card holder in brown leather with two slots',
    'Backpack with a name tag and a two way zip',
    'Case for contact lenses',
    'Dr. Martens boots, size 42',
    'External hard drive, 2 TB hard drive',
    'Key holder with 5 keys and an Apple AirTag',
    'Black iPhone 15 Pro Max in a clear case',
    'Michael Kors handbag in brown',
    'Black Jack & Jones backpack',
    'Canon EOS R6 Mark II with a lens',
    'Rosa Koffer mit vier Rollen',
    'Rose gold ring with a ruby',
    'Schwarzer Koffer von Samsonite mit vier Rollen',
    'Sac à main noir Louis Vuitton, anse marron',
    'Mochila negra de Jack Wolfskin, talla M',
  ])('takes %j for what it is: words about a thing', (text) => {
    expect(findingFrom({ ...aFinding(), description: said(text) })?.finding.description).toEqual(said(text));
  });

  it('shows of what is printed what is on the list of makers and words, on papers nothing beside a name', () => {
    const texts = [said('NORTH FACE'), said('The North Face XL'), said('Made in Portugal'), said('Nike Marianne')];
    const read = (category: string) =>
      findingFrom({ ...aFinding(), category: said(category), texts })?.finding.texts.map(({ value }) => value);
    expect(read('bags.backpack')).toEqual(['The North Face', 'made', 'portugal']);
    expect(read('wallets.wallet')).toEqual([]);
  });
});
