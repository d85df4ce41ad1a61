import { DomainError } from '@foundnow/kernel';
import { parsedJson } from '../json-text.ts';
import { isPublicSealingKey } from './sealing-key.ts';
import type { PublicSealingKey } from './sealing-key.ts';

/** The newest usable key of a key set. A set that shows a private key is refused whole: its keys are known by now. */
export function readPublicKeys(recipient: string, text: string | undefined): PublicSealingKey {
  if (text === undefined) {
    throw unusable(recipient, 'cannot be read: start that service once, or check the address of its keys');
  }
  const keys = keysIn(text);
  if (keys.some((key) => 'd' in key)) {
    throw unusable(recipient, 'holds a PRIVATE key: take it down, remove that key from the ring and publish again');
  }
  const newest = keys.filter(isPublicSealingKey).sort((a, b) => b.iat - a.iat)[0];
  if (newest === undefined) throw unusable(recipient, 'holds no key to seal with: check that it is the right document');
  return newest;
}

function keysIn(text: string): Array<Record<string, unknown>> {
  const set = parsedJson(Buffer.from(text))?.value;
  const keys: unknown = isRecord(set) ? set.keys : undefined;
  return Array.isArray(keys) ? keys.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function unusable(recipient: string, problem: string): DomainError {
  return new DomainError('sealed.no_recipient_key', 'dependency', `The key set of ${recipient} ${problem}.`);
}
