/** Luhn: every second digit from the right counts double. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [place, sign] of [...digits].reverse().entries()) {
    const counted = Number(sign) * (place % 2 === 0 ? 1 : 2);
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}

/** GS1, for EAN, UPC and ISBN-13: weights 1 and 3 from the right. */
export function passesGs1(digits: string): boolean {
  let sum = 0;
  for (const [place, sign] of [...digits].reverse().entries()) sum += Number(sign) * (place % 2 === 0 ? 1 : 3);
  return sum % 10 === 0;
}

/** ISBN-10: weights 10 to 1, X being ten, mod 11. */
export function passesIsbn10(signs: string): boolean {
  let sum = 0;
  for (const [place, sign] of [...signs].entries()) sum += (sign === 'X' ? 10 : Number(sign)) * (10 - place);
  return sum % 11 === 0;
}

/** ICAO 9303: weights 7, 3, 1; `<` is 0, `A` is 10. */
export function travelDocumentDigit(signs: string): string {
  const weights = [7, 3, 1] as const;
  let sum = 0;
  for (const [place, sign] of [...signs].entries()) {
    const value = sign === '<' ? 0 : Number.parseInt(sign, 36);
    sum += value * (weights[place % 3] ?? 0);
  }
  return String(sum % 10);
}
