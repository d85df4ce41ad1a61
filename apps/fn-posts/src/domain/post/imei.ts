const IMEI_DIGITS = /^\d{15}$/;
/** 000000000000000 and the like have a right check digit and are on no phone. */
const ONE_DIGIT = /^(\d)\1*$/;

export function imeiOf(written: string): string | null {
  const digits = written.normalize('NFKC').replaceAll(/[\s\-./]/g, '');
  return IMEI_DIGITS.test(digits) && !ONE_DIGIT.test(digits) && hasRightCheckDigit(digits) ? digits : null;
}

/** Luhn: every second digit from the right counts double. */
function hasRightCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const counted = Number(character) * (index % 2 === 0 ? 1 : 2);
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}
