import type { Span } from '../personal-data.ts';
import { mod97 } from './check-digits.ts';

/** Length by country, as the IBAN registry of SWIFT lists them. */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    'NO15 BE16 DK18 FK18 FI18 FO18 GL18 NL18 SD18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 MN20 XK20 ' +
    'CH21 CR21 HR21 LI21 LV21 BG22 BH22 DE22 GB22 GE22 IE22 ME22 RS22 VA22 ' +
    'AE23 GI23 IL23 IQ23 OM23 SO23 TL23 AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24 SK24 TN24 VG24 ' +
    'LY25 PT25 ST25 IS26 TR26 BI27 DJ27 FR27 GR27 IT27 MC27 MR27 SM27 ' +
    'AL28 AZ28 BY28 CY28 DO28 GT28 HU28 LB28 NI28 PL28 SV28 BR29 EG29 PS29 QA29 UA29 JO30 KW30 MU30 YE30 MT31 SC31 LC32 RU33'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const BEGINNING = /(?<![a-z0-9]|_)(?:iban)?([a-z]{2})[0-9]{2}/gi;
const NEXT = /[ .-]?([a-z0-9])/iy;

/** Country, its length, and the check digits: three things that no serial number has by chance. */
export function ibans(text: string): Span[] {
  return [...text.matchAll(BEGINNING)].flatMap(({ 0: beginning, 1: country = '', index }) => {
    const start = index + beginning.length - 4;
    const length = LENGTHS.get(country.toUpperCase());
    const end = length === undefined ? undefined : endOf(text, start, length);
    return end === undefined ? [] : { start, end };
  });
}

function endOf(text: string, start: number, length: number): number | undefined {
  let signs = '';
  NEXT.lastIndex = start;
  while (signs.length < length) {
    const sign = NEXT.exec(text)?.[1];
    if (sign === undefined) return undefined;
    signs += sign;
  }
  const end = NEXT.lastIndex;
  if (/[a-z0-9_]/i.test(text.charAt(end))) return undefined;
  return mod97(signs.slice(4) + signs.slice(0, 4)) === 1 ? end : undefined;
}
