import type { Person } from './people.ts';

/** Lines of a passport (TD3), an older card (TD2) or a card of today (TD1), by ICAO 9303. */
export function zoneOf(person: Person, format: 'TD1' | 'TD2' | 'TD3'): string[] {
  const { documentNumber, born, given, family } = person;
  const number = checked(documentNumber.padEnd(9, '<'));
  const [birth, expiry] = [checked(born), checked('310415')];
  const name = `${family}<<${given}`;
  if (format === 'TD1') {
    const upper = `I<UTO${number}`.padEnd(30, '<');
    const middle = `${birth}F${expiry}UTO`.padEnd(29, '<');
    const composite = digit(`${upper.slice(5)}${middle.slice(0, 7)}${middle.slice(8, 15)}${middle.slice(18, 29)}`);
    return [upper, middle + composite, name.padEnd(30, '<')];
  }
  const length = format === 'TD3' ? 44 : 36;
  const personal = format === 'TD3' ? checked('<'.repeat(14)) : '<'.repeat(7);
  const lower = `${number}UTO${birth}F${expiry}${personal}`;
  const composite = digit(`${lower.slice(0, 10)}${lower.slice(13, 20)}${lower.slice(21)}`);
  return [`${format === 'TD3' ? 'P<' : 'I<'}UTO${name}`.padEnd(length, '<'), lower + composite];
}

function checked(signs: string): string {
  return signs + digit(signs);
}

function digit(signs: string): string {
  const sum = [...signs].reduce(
    (total, sign, place) => total + (sign === '<' ? 0 : Number.parseInt(sign, 36)) * ([7, 3, 1][place % 3] ?? 0),
    0,
  );
  return String(sum % 10);
}
