import { passesGs1, passesIsbn10 } from '../numbers/check-digits.ts';
import { finder } from './match.ts';

/** Thirteen digits that begin with these are a shop's own, or a coupon: they may well name a customer. */
const IN_STORE = /^(?:2|02|04|05|98|99)/;

/** EAN-13, UPC-A, EAN-8 and ISBN: what every piece of a product has, so that it leads to nobody. */
export const findProductCodes = finder(
  'product-code',
  /(?<![\p{L}\d])(?:\d[ -]?){7,12}[\dX](?![\p{L}\d])/giu,
  ([text]) => productCode(text),
);

export function productCode(written: string): string | null {
  const plain = written.toUpperCase().replaceAll(/[^\dX]/g, '');
  if (/^\d{9}[\dX]$/.test(plain)) return passesIsbn10(plain) && /[ -]/.test(written.trim()) ? plain : null;
  if (!/^(?:\d{8}|\d{12}|\d{13})$/.test(plain) || IN_STORE.test(plain) || /^(\d)\1*$/.test(plain)) return null;
  return passesGs1(plain) ? plain : null;
}
