import type { Region } from '../photo/region.ts';
import type { PersonalText, ReadCode, ReadText } from '../photo/written-on-item.ts';
import { bars } from '../redaction/cover.ts';
import { personalMatches } from './finders/personal-finders.ts';
import { productCode } from './finders/product-codes.ts';
import { airlineOf, findBagTag, findBearer } from './finders/travel.ts';
import type { PersonalScan } from './judged-writing.ts';

const OF_PRODUCTS = /^(?:EAN|UPC|ISBN)/i;
const LONGEST = 300;

export interface JudgedCodes {
  /** Those that may be seen. */
  readonly products: readonly ReadCode[];
  readonly texts: readonly ReadText[];
  readonly personal: readonly PersonalText[];
  readonly cover: readonly Region[];
}

/** Codes of products may be seen; every other may name somebody, and so do all of them on cards and papers. */
export function judgeCodes(codes: readonly ReadCode[], isAboutOwner: boolean, scan: PersonalScan): JudgedCodes {
  const texts: ReadText[] = [];
  const personal: PersonalText[] = [];
  const cover: Region[] = [];
  const products: ReadCode[] = [];
  for (const { format, value, region } of codes) {
    const product = OF_PRODUCTS.test(format) && !isAboutOwner ? productCode(value) : null;
    if (product !== null) {
      products.push({ format, value: product, region });
      texts.push({ value: product, kind: 'product-code', confidence: 1, region });
      continue;
    }
    cover.push(bars(region));
    personal.push(...hintsOf(value, scan).map((hint) => ({ ...hint, confidence: 1, region })));
    const airline = airlineOf(findBagTag(value)[0]?.value ?? '');
    if (airline !== undefined) texts.push({ value: airline, kind: 'flight-tag', confidence: 1, region });
  }
  return { products, texts, personal, cover };
}

function hintsOf(value: string, scan: PersonalScan): Array<{ kind: string; value: string }> {
  const found = [...findBearer(value), ...personalMatches(value, scan)];
  const hints = found.length > 0 ? found : [{ kind: 'code', value }];
  return hints.map((hint) => ({ kind: hint.kind, value: hint.value.slice(0, LONGEST) }));
}
