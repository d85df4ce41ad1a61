import { maskPersonalData } from '@foundnow/personal-data';
import type { PersonalDataKind } from '@foundnow/personal-data';

export type SecretKind = PersonalDataKind | 'token' | 'password';

interface Detector {
  readonly kind: SecretKind;
  readonly pattern: RegExp;
  readonly confirm?: (text: string) => boolean;
  readonly mask?: string;
}

const SECRETS: readonly Detector[] = [
  { kind: 'password', pattern: /(?<=:\/\/[^\s/:@]*):[^\s/@]+(?=@)/g, mask: ':[password]' },
  { kind: 'token', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*/g },
  { kind: 'token', pattern: /\bey[JA-Z][\w-]{8,}(?:\.[\w-]*){2,4}/g },
  { kind: 'token', pattern: /(?<=\bbearer +)[\w.~+/=-]{6,}/gi },
  { kind: 'token', pattern: /(?<=\bbasic +)[\w+/=-]{8,}/gi, confirm: (text) => /[\d=]/.test(text) },
];

/** Ids and times that would pass for numbers of people: left alone before anyone looks for those. */
const OURS =
  /(\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}\b|\b[0-9a-f]{32}\b|\b[0-9a-f]{16}\b(?<=[a-f][0-9a-f]{0,15})|\b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z?)?\b)/;

/** A log line needs no prices, serials or order numbers, so what only might be a telephone number goes as well. */
const STRICTER: readonly Detector[] = [
  { kind: 'phone', pattern: /(?<![\w+])(?:\+|00)[1-9](?:[ ./-]{0,2}\(?\d\)?){6,14}(?!\w)/g },
  {
    kind: 'phone',
    pattern: /(?<![\w.])0\d{1,5}(?:[ ./-]{1,3}\d{2,}){1,5}(?!\w)|(?<![\w.-])0[1-9]\d{7,10}(?![\w.])/g,
    confirm: isLong,
  },
  { kind: 'phone', pattern: /(?<![\w.-])\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?!\w)/g },
  { kind: 'token', pattern: /(?<![\w-])[\w-]{32,}(?![\w-])/g, confirm: isOpaque },
];

/** Cheap test that lets most strings through untouched. */
const WORTH_A_LOOK =
  /@|%40|\d[^A-Za-z]{5,}\d|:\/\/|ey[JA-Z]|bearer|basic|-----|[\w-]{32,}|[A-Z]{2}\d{2} ?[A-Z0-9]|<<|[\x80-\uffff]/i;
const ADDRESS = /@|%40|[\x80-\uffff]/;

/** The backstop: masks what looks like contact data, payment data or a secret, wherever it came from. */
export function scanValue(text: string, found: (kind: SecretKind) => void): string {
  if (!WORTH_A_LOOK.test(text)) return text;
  const open = SECRETS.reduce((rest, detector) => mask(rest, detector, found), text);
  // An address may hold an id, so it is looked for before the ids are set aside.
  const parts = (ADDRESS.test(open) ? maskPersonal(open, found) : open).split(OURS);
  return parts.map((part, index) => (index % 2 === 1 ? part : scanPart(part, found))).join('');
}

function scanPart(part: string, found: (kind: SecretKind) => void): string {
  if (!WORTH_A_LOOK.test(part)) return part;
  return STRICTER.reduce((rest, detector) => mask(rest, detector, found), maskPersonal(part, found));
}

function maskPersonal(text: string, found: (kind: SecretKind) => void): string {
  const masked = maskPersonalData(text);
  for (const { kind } of masked.found) found(kind);
  return masked.text;
}

function mask(text: string, detector: Detector, found: (kind: SecretKind) => void): string {
  return text.replace(detector.pattern, (hit) => {
    if (detector.confirm?.(hit) === false) return hit;
    found(detector.kind);
    return detector.mask ?? `[${detector.kind}]`;
  });
}

function isLong(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '').length;
  return digits >= 8 && digits <= 15;
}

/** Random text: long hex, or lower case, upper case and digits in one run. Words joined by `-` or `_` are not. */
function isOpaque(text: string): boolean {
  if (/^[0-9a-f]+$/i.test(text)) return text.length >= 40;
  return /[a-z]/.test(text) && /[A-Z]/.test(text) && (text.match(/\d+/g) ?? []).length >= 2;
}
