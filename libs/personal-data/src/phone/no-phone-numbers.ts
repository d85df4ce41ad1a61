import { blankAll } from '../text/blank.ts';

const CURRENCY = String.raw`(?:[€$£¥]|R\$|EUR|USD|GBP|CHF|BRL|MXN|euros?|dollars?|d[oó]lares|reais|pesos|francs|pounds)`;
const AMOUNT = String.raw`[1-9]\d{0,2}(?:(?:[ .,'’]\d{3}){1,4}|\d{0,9})(?:[.,]\d{1,2})?`;
const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const MONTH = String.raw`(?:0?[1-9]|1[0-2])`;
const YEAR = String.raw`(?:(?:19|20)\d{2}|\d{2})`;

/** Numbers whose form says what they are: covered before anyone looks for telephones. */
const OTHERS = [
  // UUIDs, hashes and trace ids
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}\b|\b(?=\d*[a-f])[0-9a-f]{16,}\b/gi,
  // 2026-03-14, 2026-03-14T09:12:31.123Z, 14.03.2026, 3/14/26
  /(?<!\d|\d[./-])(?:19|20)\d{2}([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d|[./-]\d)/g,
  new RegExp(
    String.raw`(?<!\d|\d[./-])(?:${DAY}([-/.])${MONTH}\1${YEAR}|${MONTH}([-/.])${DAY}\2${YEAR})(?!\d|[./-]\d)`,
    'g',
  ),
  // 09:12, 9h30, 21:15:40
  /(?<!\d)(?:[01]?\d|2[0-4])[:h][0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?!\d)/gi,
  // 2019-2024
  /(?<![\d-])(?:19|20)\d{2} ?[-/] ?(?:19|20)\d{2}(?![\d-])/g,
  // 48.858370, -0.127758
  /(?<![\d.])(?:0|[1-9]\d{0,2})[.,]\d{4,15}(?![\d.])/g,
  // 192.168.100.101
  /(?<![\d.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d.])/g,
  new RegExp(String.raw`${CURRENCY} {0,2}${AMOUNT}(?!\d)|(?<![\d+][ .,]?)${AMOUNT} {0,2}${CURRENCY}(?!\p{L})`, 'giu'),
];

export function withoutOtherNumbers(text: string): string {
  return OTHERS.reduce(blankAll, text);
}
