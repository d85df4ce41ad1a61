import { spokenAddresses } from './email/spoken-addresses.ts';
import { writtenAddresses } from './email/written-addresses.ts';
import { ibans } from './numbers/ibans.ts';
import { paymentCards } from './numbers/payment-cards.ts';
import { machineReadableLines } from './passport/machine-readable-lines.ts';
import type { PersonalData, PersonalDataKind, Span } from './personal-data.ts';
import { phoneNumbers } from './phone/phone-numbers.ts';
import { blank } from './text/blank.ts';
import { readable } from './text/readable.ts';
import { SpliceMap } from './text/splice-map.ts';

export interface MaskedText {
  readonly text: string;
  /** In the order of the text; places in the text that was given, not in the masked one. */
  readonly found: readonly PersonalData[];
}

interface Detector {
  readonly kind: PersonalDataKind;
  readonly worthALook: RegExp;
  readonly find: (text: string) => readonly Span[];
}

/** Surest first: what one has found, the next does not see. */
const DETECTORS: readonly Detector[] = [
  { kind: 'email', worthALook: /@/, find: writtenAddresses },
  { kind: 'email', worthALook: /[@\s([{<]/, find: spokenAddresses },
  { kind: 'passport', worthALook: /[a-z0-9<]{25}/i, find: machineReadableLines },
  { kind: 'iban', worthALook: /[a-z]{2}\d{2}/i, find: ibans },
  { kind: 'card', worthALook: /\d(?:\D{0,3}\d){13}/, find: paymentCards },
  { kind: 'phone', worthALook: /\d(?:\D{0,4}\d){6}/, find: phoneNumbers },
];

/** What is found makes room for what it hid; after so many rounds only a text made for it would have more. */
const ROUNDS = 8;

/** Text without contact data, payment data and passport lines; `[phone]` and the like stand in their place. */
export function maskPersonalData(text: string): MaskedText {
  const splices = new SpliceMap(text);
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = detect(splices.text);
    if (found.length === 0) break;
    splices.replace(found);
  }
  return { text: splices.text, found: splices.found };
}

/** Which kinds a text holds; never what it found. */
export function personalDataIn(text: string): PersonalDataKind[] {
  return [...new Set(detect(text).map(({ kind }) => kind))];
}

function detect(text: string): PersonalData[] {
  const view = readable(text);
  let rest = view.text;
  const found: PersonalData[] = [];
  for (const { kind, worthALook, find } of DETECTORS) {
    if (!worthALook.test(rest)) continue;
    const spans = disjoint(find(rest));
    rest = blank(rest, spans);
    for (const span of spans) found.push({ kind, ...view.original(span) });
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function disjoint(spans: readonly Span[]): Span[] {
  let end = 0;
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((span) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
}
