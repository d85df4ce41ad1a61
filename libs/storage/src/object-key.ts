import { invalid } from './storage-errors.ts';

const SEGMENT = /^[a-z0-9_-](?:[a-z0-9._-]{0,126}[a-z0-9_-])?$/;
const MAX_LENGTH = 512;
const RULE = 'Lower-case letters, digits, ".", "_" and "-" in parts parted by "/"; no part begins or ends with a dot.';

/**
 * Keys are narrower than any adapter asks for, so that one key means one object everywhere: on a disk that folds case,
 * in an address without escapes, and never outside the store's own folder.
 */
export function assertObjectKey(key: string, path = 'key'): void {
  if (!isObjectKey(key)) throw invalid(path, RULE);
}

export function isObjectKey(key: string): boolean {
  return key.length <= MAX_LENGTH && key.split('/').every((segment) => SEGMENT.test(segment));
}

/** The beginning of a key, cut anywhere. */
export function assertKeyPrefix(prefix: string): void {
  if (prefix.length > MAX_LENGTH || !/^[a-z0-9._/-]*$/.test(prefix) || /(?:^|\/)[./]/.test(prefix)) {
    throw invalid('prefix', RULE);
  }
}

export function assertTwoKeys(from: string, to: string): void {
  assertObjectKey(from, 'from');
  assertObjectKey(to, 'to');
  if (from === to) throw invalid('to', 'The two keys are the same.');
}
