import { DomainError } from '@foundnow/kernel';
import { UndecodableMessage } from './consumer/undecodable-message.ts';
import { codeOf } from './dead-letters/failure-facts.ts';

export type Decision =
  | { readonly action: 'retry'; readonly delayMs: number }
  /** The fault is not the message's: its partition waits, however long it takes. */
  | { readonly action: 'wait'; readonly delayMs: number }
  | { readonly action: 'dead-letter'; readonly code: string };

export interface Tries {
  /** Attempts that failed for a reason of the message's own, this one included. */
  readonly attempts: number;
  /** Attempts in a row that failed because something else is down, this one included. */
  readonly waits: number;
}

export interface FailurePolicy {
  isDependencyFailure(error: unknown): boolean;
  decide(error: unknown, tries: Tries): Decision;
}

export interface FailurePolicyOptions {
  /** Is this a database or a broker being away? `isDependencyFailure` of @foundnow/postgres. */
  readonly isDependencyFailure: (error: unknown) => boolean;
  /** 0 … 1, for the jitter. */
  readonly random?: () => number;
}

const RETRY_MS = [200, 400, 800, 1600, 3200];
const WAIT_MS = { first: 200, most: 10_000 };
const JITTER = 0.2;

/** What happens to a message whose handling failed. The one place where that is decided. */
export function failurePolicy({ isDependencyFailure, random = Math.random }: FailurePolicyOptions): FailurePolicy {
  const jittered = (ms: number) => Math.round(ms * (1 + JITTER * (2 * random() - 1)));
  const dependency = (error: unknown): boolean => {
    if (error instanceof UndecodableMessage) return dependency(error.cause);
    if (error instanceof DomainError) return error.kind === 'dependency';
    return isDependencyFailure(error);
  };
  return {
    isDependencyFailure: dependency,
    decide(error, { attempts, waits }) {
      if (dependency(error)) {
        return { action: 'wait', delayMs: jittered(Math.min(WAIT_MS.first * 2 ** (waits - 1), WAIT_MS.most)) };
      }
      const delayMs = isPermanent(error) ? undefined : RETRY_MS[attempts - 1];
      if (delayMs === undefined) return { action: 'dead-letter', code: codeOf(error) };
      return { action: 'retry', delayMs: jittered(delayMs) };
    },
  };
}

/** The same bytes will be refused for the same reason next time. */
function isPermanent(error: unknown): boolean {
  return error instanceof DomainError || error instanceof UndecodableMessage;
}
