import { mod97, passesLuhn } from '../src/numbers/check-digits.ts';

/** Makes one text; `digit` and `letter` are drawn from a fixed seed. */
export type Maker = (draw: Draw) => string;

export class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }

  /** `#` is any digit, `%` one from 1 on, `A` a letter; all else stands for itself. */
  like(pattern: string): string {
    return pattern.replaceAll(/[#%A]/g, (sign) => {
      if (sign === 'A') return String.fromCharCode(65 + this.below(26));
      return String(sign === '#' ? this.below(10) : 1 + this.below(9));
    });
  }
}

const like =
  (pattern: string): Maker =>
  (draw) =>
    draw.like(pattern);

function withLuhn(draw: Draw, begins: string, length: number): string {
  const body = begins + draw.like('#'.repeat(length - begins.length - 1));
  return body + [...'0123456789'].find((digit) => passesLuhn(body + digit));
}

function iban(country: string, bban: string): Maker {
  return (draw) => {
    const account = draw.like(bban);
    const check = String(98 - mod97(`${account}${country}00`)).padStart(2, '0');
    return `${country}${check}${account}`.replaceAll(/(.{4})(?=.)/g, '$1 ');
  };
}

/** Written as they are where they come from. */
export const TO_MASK: Readonly<Record<string, Maker>> = {
  'United Kingdom': like('077 #### ####'),
  'United Kingdom, abroad': like('+44 77## ######'),
  'United States': like('(212) 555-####'),
  'United States, dots': like('415.555.####'),
  Spain: like('6## ### ###'),
  'Spain, pairs': like('6## ## ## ##'),
  'Spain, abroad': like('+34 6## ## ## ##'),
  France: like('06 ## ## ## ##'),
  'France, unbroken': like('06########'),
  'France, abroad': like('+33 6 ## ## ## ##'),
  Germany: like('0151 ########'),
  'Germany, slash': like('030/%######'),
  'Germany, abroad': like('+49 151 ########'),
  Portugal: like('91# ### ###'),
  'Portugal, abroad': like('+351 91# ### ###'),
  Brazil: like('(11) 97###-####'),
  'Brazil, abroad': like('+55 11 97###-####'),
  Mexico: like('+52 55 #### ####'),
  Visa: (draw) => withLuhn(draw, '4', 16).replaceAll(/(.{4})(?=.)/g, '$1 '),
  Mastercard: (draw) => withLuhn(draw, '53', 16),
  'American Express': (draw) => withLuhn(draw, '37', 15),
  'IBAN, Germany': iban('DE', '##################'),
  'IBAN, Spain': iban('ES', '####################'),
  'IBAN, United Kingdom': iban('GB', 'AAAA##############'),
};

/** Things that items carry, with no word beside them that says what they are. */
export const TO_KEEP: Readonly<Record<string, Maker>> = {
  IMEI: (draw) => withLuhn(draw, '35', 15),
  'IMEI, grouped': (draw) => withLuhn(draw, '86', 15).replace(/(..)(.{6})(.{6})(.)/, '$1-$2-$3-$4'),
  ICCID: like('8944###############'),
  'EAN-13': like('84###########'),
  'UPC-A': like('%###########'),
  'ISBN-13': like('978-%-##-######-#'),
  'ISBN-10': like('%-##-######-#'),
  'MAC address': like('0A:1A:#A:A#:##:A#'),
  'serial with letters': like('CAA#AA#AAAA#'),
  'serial of 8 digits': like('%#######'),
  'serial of 9 digits': like('%########'),
  'serial of 10 digits': like('%#########'),
  'serial of 12 digits': like('%###########'),
  'frame number': like('WTU ### A #### A'),
  'model number': like('WH-%000XM%'),
  'booking of a train': like('AAAAAA ##'),
  'price in euros': like('%.###,## €'),
  'price in dollars': like('$%,###,###.##'),
  'date and time': (draw) => `${1 + draw.below(28)}.0${1 + draw.below(9)}.2026 1${draw.like('#')}:3${draw.like('#')}`,
  coordinates: like('48.######, 2.######'),
  'licence plate': like('#### AAA'),
  'American postcode': like('%####-####'),
};
