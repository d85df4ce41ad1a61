import { passesLuhn } from '../numbers/check-digits.ts';
import { asDigits } from '../numbers/misread.ts';
import { finder } from './match.ts';

/** Bodies that give out type allocation codes: an IMEI begins with one of these. */
const REPORTING_BODIES = new Set('01 10 30 33 35 44 45 49 50 51 52 53 54 86 91 98 99'.split(' '));
const SERIAL_LABEL = String.raw`(?:s\s?[/.]\s?n[.:]?|serial(?:\s*(?:no|number|nr|#))?|seriennummer|serien-?nr|n[º°o.]*\s*de\s*s[eé]rie|num[eé]ro\s*de\s*s[eé]rie|s[eé]rie)`;
const ASSET_LABEL = String.raw`(?:asset(?:\s*(?:tag|no|number|id))?|inventory(?:\s*(?:no|number))?|inventar(?:nummer|-?nr)?|inventario|inventaire|patrim[oô]nio|property\s*(?:no|number|tag)|inv\.?\s*(?:no|nr)?)`;
const LEAST = 4;

/** Fifteen digits of which the first two are a body's and the last one checks the others. */
export const findImei = finder('imei', /(?<![\w])\d[\dOIlSBZ \-/.]{13,21}(?![\w])/g, ([text]) => {
  const digits = asDigits(text).replaceAll(/\D/g, '').slice(0, 15);
  if (digits.length < 15 || /^(\d)\1*$/.test(digits)) return null;
  return REPORTING_BODIES.has(digits.slice(0, 2)) && passesLuhn(digits) ? digits : null;
});

/** What a label calls a serial number. */
export const findSerial = finder('serial', labelled(SERIAL_LABEL), ([, value = '']) => numberLike(value));

/** What an owner has numbered. */
export const findAssetTag = finder('asset-tag', labelled(ASSET_LABEL), ([, value = '']) => numberLike(value));

function labelled(label: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}])${label}[\s.:#-]*([A-Z0-9][A-Z0-9\-/. ]{3,30})`, 'giu');
}

/** With a digit in it, so that "serial killer" is none. */
function numberLike(written: string): string | null {
  const first = written.trim().split(/\s{2,}|\s(?=[A-Z]{3,}\b)/u)[0] ?? '';
  const plain = first.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return plain.length >= LEAST && /\d/.test(plain) ? plain : null;
}
