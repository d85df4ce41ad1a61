import { describe, expect, it } from '@jest/globals';
import { personalDataIn } from './personal-data-scan.ts';

describe('personalDataIn', () => {
  it.each([
    ['write to ana.lopez@example.org', 'e-mail address'],
    ['call +34 612 345 678', 'phone number'],
    ['(020) 7946-0958 12', 'phone number'],
    ['4111 1111 1111 1111', 'payment card'],
    ['378282246310005', 'payment card'],
    ['5555-5555-5555-4444', 'payment card'],
    ['DE89 3704 0044 0532 0130 00', 'IBAN'],
    ['es9121000418450200051332', 'IBAN'],
    ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'passport line'],
    ['I<UTOD231458907<<<<<<<<<<<<<<<', 'passport line'],
  ] as const)('sees in "%s" a %s', (text, kind) => {
    expect(personalDataIn(text)).toContain(kind);
  });

  it.each([
    '019ceaf9-9564-7297-8744-982f08b20775',
    '01960000-0000-7000-8000-000000000001',
    'private/019ceaf9-9564-7297-8744-982f08b20775/original.webp',
    '5ae1f3c04111111111111111aa0b9c2d',
    '2026-03-14T09:12:31Z',
    'NH24-7781',
    'ATO-4471-X',
    'DE89 3704 0044 0532 0130 01',
    'found at platform 4, 10 to 11',
    '@handle',
  ])('sees nothing in "%s"', (text) => {
    expect(personalDataIn(text)).toEqual([]);
  });

  it('sees no card in digits that fail the check', () => {
    expect(personalDataIn('4111 1111 1111 1112')).toEqual([]);
  });
});
