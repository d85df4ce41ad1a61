import { AIRLINES } from '../words/airlines.ts';
import { finder, type Match } from './match.ts';

const BOOKING =
  /(?<![\p{L}])(?:pnr|booking(?:\s*(?:ref(?:erence)?|code|no))?|record\s*locator|reservation(?:\s*(?:code|no))?|buchungs(?:code|nummer)|r[eé]servation|localizador|reserva)[\s.:#-]*([A-Z0-9]{6})(?![\p{L}\d])/giu;
const PASS = /^M[1-4]([A-Z .'-]+\/[A-Z .'-]+?)\s*E?([A-Z0-9]{6,7}) /;

/** Licence plate of a bag: kind of tag, three digits of an airline, six of the bag. It leads to a passenger. */
export const findBagTag = finder('bag-tag', /(?<!\d)[0-4][ -]?\d{3}[ -]?\d{6}(?!\d)/g, ([text]) => {
  const digits = text.replaceAll(/\D/g, '');
  return airlineOf(digits) === undefined ? null : digits;
});

export const findBooking = finder('booking', BOOKING, ([, code = '']) => code.toUpperCase());

/** Sign of the airline that tagged a bag: all that strangers are told of the tag. */
export function airlineOf(bagTag: string): string | undefined {
  return AIRLINES[bagTag.slice(1, 4)];
}

/** What the code on a boarding pass says of its bearer. */
export function findBearer(code: string): Match[] {
  const [, name = '', booking = ''] = PASS.exec(code) ?? [];
  if (name === '') return [];
  const [family = '', given = ''] = name.split('/');
  const span = { start: 0, end: code.length };
  return [
    { kind: 'name', value: `${given.trim()} ${family.trim()}`.trim(), ...span },
    { kind: 'booking', value: booking.trim(), ...span },
  ];
}
