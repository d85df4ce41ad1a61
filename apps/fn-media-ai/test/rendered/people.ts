import type { Chance } from './chance.ts';

const GIVEN =
  'ANNA MARIA JOHN PETER LUCIA CARLOS SOPHIE PIERRE KLAUS INGRID JOANA MIGUEL EMILY OLIVER FATIMA YUSUF'.split(' ');
const FAMILY =
  'ERIKSSON GARCIA LOPEZ SMITH WALKER DUBOIS MOREAU SCHNEIDER FISCHER FERREIRA COSTA KOWALSKI NOVAK HANSEN ROSSI'.split(
    ' ',
  );
const STREETS = ['High Street', 'Station Road', 'Mill Lane', 'Park Avenue', 'Church Street'];
const CITIES = ['London', 'Bristol', 'Leeds', 'York', 'Oxford'];

/** Somebody who does not exist, with all that papers say of her. */
export interface Person {
  readonly given: string;
  readonly family: string;
  readonly street: string;
  readonly city: string;
  readonly email: string;
  readonly phone: string;
  /** YYMMDD */
  readonly born: string;
  readonly documentNumber: string;
  readonly cardNumber: string;
  readonly iban: string;
}

export function somebody(chance: Chance): Person {
  const [given, family] = [chance.pick(GIVEN), chance.pick(FAMILY)];
  return {
    given,
    family,
    street: `${chance.whole(1, 240)} ${chance.pick(STREETS)}`,
    city: chance.pick(CITIES),
    email: `${given}.${family}@example.org`.toLowerCase(),
    phone: `+44 7${chance.digits(3)} ${chance.digits(6)}`,
    born: `${chance.whole(50, 99)}${two(chance.whole(1, 12))}${two(chance.whole(1, 28))}`,
    documentNumber: `${chance.pick('CFGHJKLMNPRTVWXYZ'.split(''))}${chance.digits(8)}`,
    cardNumber: withLuhn(`4${chance.digits(14)}`),
    iban: germanIban(chance.digits(18)),
  };
}

export function birthDateOf({ born }: Person): string {
  return `${born.slice(4, 6)}.${born.slice(2, 4)}.19${born.slice(0, 2)}`;
}

export function grouped(digits: string, by = 4): string {
  return digits.match(new RegExp(`.{1,${by}}`, 'g'))?.join(' ') ?? digits;
}

export function withLuhn(digits: string): string {
  let sum = 0;
  for (const [place, sign] of [...digits].reverse().entries()) {
    const counted = Number(sign) * (place % 2 === 0 ? 2 : 1);
    sum += counted > 9 ? counted - 9 : counted;
  }
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

function germanIban(account: string): string {
  const rest = [...`${account}131400`].reduce((remainder, sign) => (remainder * 10 + Number(sign)) % 97, 0);
  return `DE${two(98 - rest)}${account}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
