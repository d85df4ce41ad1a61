/** Why a photo was not read, in the words of `photo.failed`. */
export interface PhotoFailure {
  readonly stage: 'fetch' | 'decode' | 'redact';
  readonly reason: 'unreadable' | 'missing' | 'too_large' | 'timeout';
  readonly attempts: number;
  /** Trying again is pointless. */
  readonly permanent: boolean;
}
