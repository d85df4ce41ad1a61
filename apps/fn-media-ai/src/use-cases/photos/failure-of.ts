import { DomainError } from '@foundnow/kernel';
import type { PhotoFailure } from '../../domain/photo-failure.ts';

export const MOST_ATTEMPTS = 3;

/** What follows from something that went wrong with a photo. */
export type Verdict = { readonly follows: 'wait' | 'again' } | { readonly follows: 'end'; readonly why: PhotoFailure };

const COUNTED: Readonly<Record<string, Pick<PhotoFailure, 'stage' | 'reason'>>> = {
  'storage.missing': { stage: 'fetch', reason: 'missing' },
  'photo.took_too_long': { stage: 'decode', reason: 'timeout' },
  'photo.reader_died': { stage: 'decode', reason: 'unreadable' },
  'photo.unreadable': { stage: 'decode', reason: 'unreadable' },
};
const FOR_GOOD = new Set(['unprocessable', 'unsupported-media', 'too-large', 'validation']);

/** A photo that is none is given up at once; a service that is away costs no attempt; anything else three times. */
export function verdictOn(error: unknown, attempts: number): Verdict {
  const { code, kind } = error instanceof DomainError ? error : { code: '', kind: 'internal' as const };
  const counted = COUNTED[code];
  if (counted === undefined && kind === 'dependency') return { follows: 'wait' };
  if (counted === undefined && FOR_GOOD.has(kind)) {
    const reason = kind === 'too-large' ? 'too_large' : 'unreadable';
    return { follows: 'end', why: { stage: 'decode', reason, attempts, permanent: true } };
  }
  if (attempts < MOST_ATTEMPTS) return { follows: 'again' };
  return { follows: 'end', why: { ...(counted ?? UNKNOWN), attempts, permanent: false } };
}

const UNKNOWN = { stage: 'decode', reason: 'unreadable' } as const;

/** Whoever took it was killed each time, and may have been killed by it, or by whoever rolls out a version. */
export function killedEachTime(attempts: number): PhotoFailure {
  return { ...UNKNOWN, attempts, permanent: false };
}
