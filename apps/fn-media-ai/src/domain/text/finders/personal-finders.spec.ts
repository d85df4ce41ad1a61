import { describe, expect, it } from '@jest/globals';
import { personalMatches } from './personal-finders.ts';

const nothing = () => [];
const found = (text: string) => personalMatches(text, nothing).map(({ kind, value }) => `${kind} ${value}`);

describe('what leads to a person', () => {
  it.each([
    ['IMEI 35 693803 564380 9', 'imei 356938035643809'],
    ['S/N: R58N90ABCDE', 'serial R58N90ABCDE'],
    ['Seriennummer 4C-998877', 'serial 4C998877'],
    ['N.º de série AB12345', 'serial AB12345'],
    ['Asset tag 004417', 'asset-tag 004417'],
    ['Inventar-Nr. 2020/118', 'asset-tag 2020118'],
    ['LHR 0220 123456', 'bag-tag 0220123456'],
    ['Booking ref: X7K9QP', 'booking X7K9QP'],
    ['Passport No. C01X00T47', 'document-number C01X00T47'],
    ['Member No 2914 0087 3312', 'document-number 291400873312'],
    ['DNI 12345678Z', 'document-number 12345678Z'],
    ['X1234567L', 'document-number X1234567L'],
    ['078-05-1120', 'document-number 078051120'],
    ['AB 12 34 56 C', 'document-number AB123456C'],
    ['Date of birth 12.04.1987', 'birth-date 12.04.1987'],
    ['Fecha de nacimiento 12/04/1987', 'birth-date 12/04/1987'],
    ['12 High Street', 'address 12 High Street'],
    ['Calle de Alcalá 42', 'address Calle de Alcalá 42'],
    ['Hauptstraße 7', 'address Hauptstraße 7'],
    ['London SW1A 1AA', 'address SW1A 1AA'],
    ['28013 Madrid', 'address 28013 Madrid'],
    ['Surname: Eriksson', 'name Eriksson'],
    ['Nombre ANA LÓPEZ', 'name ANA LÓPEZ'],
    ['If found return to Peter Walker', 'name Peter Walker'],
  ])('is found in "%s"', (text, expected) => {
    expect(found(text)).toContain(expected);
  });

  it.each([
    'IMEI 35 693803 564380 8',
    'IMEI 12 345678 901234 7',
    'Made in Portugal',
    '100% cotton',
    'Serial killer',
    'X1234567A',
    '0999 1234',
    'Size 42',
    'Rated 5V 2A',
  ])('is not found in "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });
});
