import { createHmac } from 'node:crypto';
import type { ItemIdentifier } from '../../domain/item/item.ts';

/** Signs that are read for each other on a label; case and everything between signs go as well. */
const ALIKE: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', S: '5', B: '8', Z: '2' };
/** With fewer signs, leaving one out says nothing. */
const LEAST_FOR_NEAR = 6;
const MOST_SIGNS = 40;
const BYTES = 12;

/** Two posts with one number have one hash, and nobody without the key can try all numbers. */
export class IdentifierHashes {
  constructor(private readonly key: Uint8Array) {}

  of(type: string, value: string): ItemIdentifier {
    const plain = folded(value);
    const shorter =
      plain.length < LEAST_FOR_NEAR ? [] : [...plain].map((_, at) => plain.slice(0, at) + plain.slice(at + 1));
    return { type, exact: [this.hash(plain)], near: [...new Set(shorter)].map((form) => this.hash(form)) };
  }

  private hash(text: string): string {
    return createHmac('sha256', this.key).update(text).digest().subarray(0, BYTES).toString('base64url');
  }
}

export function folded(value: string): string {
  const plain = value
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return [...plain]
    .slice(0, MOST_SIGNS)
    .map((sign) => ALIKE[sign] ?? sign)
    .join('');
}
