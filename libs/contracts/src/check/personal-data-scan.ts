export type PersonalDataKind = 'e-mail address' | 'phone number' | 'payment card' | 'IBAN' | 'passport line';

/** What in a text looks like personal data. Says kinds, never what it found. */
export function personalDataIn(text: string): PersonalDataKind[] {
  const plain = text.replaceAll(MACHINE_MADE, ' ');
  const kinds: PersonalDataKind[] = [];
  if (/[^\s@<>"']+@[^\s@<>"']+\.[a-z]{2,}/iu.test(plain)) kinds.push('e-mail address');
  if ([...plain.matchAll(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/gi)].some(([match]) => isIban(match)))
    kinds.push('IBAN');
  if (isPassportLine(plain)) kinds.push('passport line');
  const numbers = [...plain.matchAll(/(?<![\w.])(?:\+|\()?\d[\d ()./-]{6,}\d(?!\w)/g)].map(([match]) => match);
  const cards = numbers.filter((match) => isCard(digitsOf(match)));
  if (cards.length > 0) kinds.push('payment card');
  if (numbers.some((match) => !cards.includes(match) && isPhone(match))) kinds.push('phone number');
  return kinds;
}

/** UUIDs and hashes are full of digits and belong to nobody. */
const MACHINE_MADE = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b(?=[0-9]*[a-f])[0-9a-f]{16,}\b/gi;

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

function isPhone(text: string): boolean {
  const digits = digitsOf(text).length;
  return digits >= 9 && digits <= 15;
}

/** Issuer range, length and Luhn together: serial numbers rarely have all three. */
function isCard(digits: string): boolean {
  const ranges: readonly [RegExp, readonly number[]][] = [
    [/^4/, [13, 16, 19]],
    [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
    [/^3[47]/, [15]],
    [/^(?:6011|64[4-9]|65)/, [16, 19]],
    [/^(?:30[0-5]|36|38)/, [14]],
    [/^35(?:2[89]|[3-8])/, [16]],
    [/^(?:50|5[6-9]|6)/, [16, 17, 18, 19]],
  ];
  return ranges.some(([issuer, lengths]) => issuer.test(digits) && lengths.includes(digits.length)) && luhn(digits);
}

function luhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function isIban(text: string): boolean {
  const compact = text.replaceAll(' ', '').toUpperCase();
  const turned = compact.slice(4) + compact.slice(0, 4);
  const remainder = [...turned].reduce((rest, sign) => Number(`${rest}${Number.parseInt(sign, 36)}`) % 97, 0);
  return compact.length >= 15 && remainder === 1;
}

function isPassportLine(text: string): boolean {
  return /(?:^|\s)(?:P[A-Z<][A-Z]{3}|[IAC][A-Z0-9<][A-Z]{3})[A-Z0-9<]{25,39}(?:\s|$)/.test(text) && text.includes('<');
}
