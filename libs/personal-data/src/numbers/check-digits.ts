export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    const weighed = place % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

/** ISO 7064 mod 97-10 over digits and letters, `A` being 10. */
export function mod97(text: string): number {
  let rest = 0;
  for (const sign of text) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** ICAO 9303: weights 7, 3, 1; `<` is 0, `A` is 10. */
export function passportDigit(text: string): number {
  let sum = 0;
  for (let place = 0; place < text.length; place += 1) {
    const sign = text.charAt(place);
    sum += (sign === '<' ? 0 : Number.parseInt(sign, 36)) * ([7, 3, 1][place % 3] ?? 0);
  }
  return sum % 10;
}
