export type SecretKind = 'email' | 'phone' | 'card' | 'iban' | 'token' | 'password';

interface Detector {
  readonly kind: SecretKind;
  readonly pattern: RegExp;
  readonly confirm?: (text: string) => boolean;
  readonly mask?: string;
}

const WHOLE: readonly Detector[] = [
  { kind: 'password', pattern: /(?<=:\/\/[^\s/:@]*):[^\s/@]+(?=@)/g, mask: ':[password]' },
  { kind: 'token', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*/g },
  { kind: 'token', pattern: /\bey[JA-Z][\w-]{8,}(?:\.[\w-]*){2,4}/g },
  { kind: 'token', pattern: /(?<=\bbearer +)[\w.~+/=-]{6,}/gi },
  { kind: 'token', pattern: /(?<=\bbasic +)[\w+/=-]{8,}/gi, confirm: (text) => /[\d=]/.test(text) },
  { kind: 'email', pattern: /[\p{L}\p{N}._%+'-]{1,64}(?:@|%40)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu },
];

/** Ids and times that would pass for numbers of people: left alone before the detectors below look. */
const OURS =
  /(\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}\b|\b[0-9a-f]{32}\b|\b[0-9a-f]{16}\b(?<=[a-f][0-9a-f]{0,15})|\b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z?)?\b)/;

const PARTS: readonly Detector[] = [
  { kind: 'iban', pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{1,4}){3,8}\b/g, confirm: isIban },
  { kind: 'card', pattern: /(?<![\w.])(?:3[0-9]|4\d|5[0-9]|6\d|2[2-7])(?:[ -]?\d){11,17}(?!\w)/g, confirm: isCard },
  { kind: 'phone', pattern: /(?<![\w+])(?:\+|00)[1-9](?:[ ./-]{0,2}\(?\d\)?){6,14}(?!\w)/g },
  {
    kind: 'phone',
    pattern: /(?<![\w.])0\d{1,5}(?:[ ./-]{1,3}\d{2,}){1,5}(?!\w)|(?<![\w.-])0[1-9]\d{7,10}(?![\w.])/g,
    confirm: isPhone,
  },
  { kind: 'phone', pattern: /(?<![\w.-])\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?!\w)/g },
  { kind: 'token', pattern: /(?<![\w-])[\w-]{32,}(?![\w-])/g, confirm: isOpaque },
];

/** Cheap test that lets most strings through untouched. */
const WORTH_A_LOOK = /@|%40|\d[^A-Za-z]{5,}\d|:\/\/|ey[JA-Z]|bearer|basic|-----|[\w-]{32,}|[A-Z]{2}\d{2} ?[A-Z0-9]/i;

/** The backstop: masks what looks like contact data, payment data or a secret, wherever it came from. */
export function scanValue(text: string, found: (kind: SecretKind) => void): string {
  if (!WORTH_A_LOOK.test(text)) return text;
  const masked = WHOLE.reduce((rest, detector) => mask(rest, detector, found), text);
  return masked
    .split(OURS)
    .map((part, index) => (index % 2 === 1 ? part : PARTS.reduce((rest, each) => mask(rest, each, found), part)))
    .join('');
}

function mask(text: string, detector: Detector, found: (kind: SecretKind) => void): string {
  return text.replace(detector.pattern, (hit) => {
    if (detector.confirm?.(hit) === false) return hit;
    found(detector.kind);
    return detector.mask ?? `[${detector.kind}]`;
  });
}

function isCard(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '');
  return beginsWith(digits, 13, 19, (part) => {
    const sum = [...part].reverse().reduce((total, char, index) => {
      const doubled = Number(char) * (index % 2 === 1 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
    return sum % 10 === 0;
  });
}

function isIban(text: string): boolean {
  const compact = text.replaceAll(' ', '');
  return beginsWith(compact, 15, 34, (part) => {
    const moved = part.slice(4) + part.slice(0, 4);
    const digits = moved.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
    return BigInt(digits) % 97n === 1n;
  });
}

/** What stands right behind a number is taken for part of it, so each possible length is tried. */
function beginsWith(text: string, shortest: number, longest: number, valid: (part: string) => boolean): boolean {
  for (let length = shortest; length <= Math.min(longest, text.length); length++) {
    if (valid(text.slice(0, length))) return true;
  }
  return false;
}

function isPhone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '').length;
  return digits >= 8 && digits <= 15;
}

/** Random text: long hex, or lower case, upper case and digits in one run. Words joined by `-` or `_` are not. */
function isOpaque(text: string): boolean {
  if (/^[0-9a-f]+$/i.test(text)) return text.length >= 40;
  return /[a-z]/.test(text) && /[A-Z]/.test(text) && (text.match(/\d+/g) ?? []).length >= 2;
}
