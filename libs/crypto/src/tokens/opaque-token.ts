import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const BYTES = 32;
const SHAPE = /^[A-Za-z0-9_-]{43}$/;

export interface OpaqueToken {
  /** Shown once, to whom it is for. */
  readonly token: string;
  /** What is stored. */
  readonly hash: Buffer;
}

/** 256 random bits. A plain hash is enough for them: there is nothing to guess, unlike a password. */
export function issueOpaqueToken(): OpaqueToken {
  const token = randomBytes(BYTES).toString('base64url');
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}

export function isOpaqueToken(text: string): boolean {
  return SHAPE.test(text);
}

/** Compares without telling by its time how much was right. */
export function tokenMatches(token: string, hash: Uint8Array): boolean {
  const own = hashToken(token);
  return own.length === hash.length && timingSafeEqual(own, hash);
}
