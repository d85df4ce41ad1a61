import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '@foundnow/kernel';
import type { Database, TenantScope, Tx } from '@foundnow/postgres';
import type { Answer, GivenAnswer } from './answer.ts';
import type { Claim, IdempotencyStore } from './idempotency-store.ts';
import type { IdempotentRequest } from './idempotent-request.ts';

type Outcome<T> = { readonly done: GivenAnswer<T> } | { readonly done?: undefined };

const LONGEST_PAUSE_MS = 200;

/** Runs the work of a creating route so that any number of equal requests has one effect and one answer. */
export class Idempotency {
  private readonly underWay = new Map<string, Promise<unknown>>();

  constructor(
    private readonly database: Pick<Database, 'transaction'>,
    private readonly store: IdempotencyStore,
    private readonly waitMs = 10_000,
  ) {}

  /**
   * `work` gets the transaction in which the answer is recorded, too. What it throws is not recorded: a refusal had no
   * effect, and after a failure of ours a repetition shall get its chance.
   */
  async run<T>(
    request: IdempotentRequest | undefined,
    scope: TenantScope,
    work: (tx: Tx) => Promise<Answer<T>>,
  ): Promise<GivenAnswer<T>> {
    if (request === undefined) return { ...(await this.database.transaction(scope, work)), replayed: false };
    const deadline = performance.now() + this.waitMs;
    for (let pauseMs = 10; performance.now() < deadline; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      // Repetitions in this process wait here, where they hold no connection to the database.
      const outcome = await this.alone(request, deadline, () => this.attempt(request, scope, work));
      if (outcome?.done !== undefined) return outcome.done;
      if (outcome !== undefined) await pause(pauseMs);
    }
    throw inProgress();
  }

  /** Undefined: another one was at it, and has ended or made us wait too long. */
  private async alone<R>(request: IdempotentRequest, deadline: number, run: () => Promise<R>): Promise<R | undefined> {
    const id = request.id.toString('base64');
    const other = this.underWay.get(id);
    if (other !== undefined) {
      const patience = new AbortController();
      const ended = other.catch(() => undefined);
      await Promise.race([ended, pause(deadline - performance.now(), undefined, patience)]);
      patience.abort();
      return undefined;
    }
    const ours = run();
    this.underWay.set(id, ours);
    try {
      return await ours;
    } finally {
      this.underWay.delete(id);
    }
  }

  private async attempt<T>(
    request: IdempotentRequest,
    scope: TenantScope,
    work: (tx: Tx) => Promise<Answer<T>>,
  ): Promise<Outcome<T>> {
    try {
      return await this.database.transaction(scope, async (tx): Promise<Outcome<T>> => {
        const claim = await this.store.claim(tx, request);
        if (claim.state === 'in-progress') return {};
        if (claim.state === 'answered') return { done: repeated(claim) };
        const answer = await work(tx);
        if (!(await this.store.record(tx, request, answer))) throw new Overtaken();
        return { done: { ...answer, replayed: false } };
      });
    } catch (error) {
      if (error instanceof Overtaken) return {};
      throw error;
    }
  }
}

/** Rolls our effect back in favour of the one that was committed first. */
class Overtaken extends Error {}

function repeated<T>(claim: Extract<Claim, { state: 'answered' }>): GivenAnswer<T> {
  if (claim.sameRequest) return { ...(claim.answer as Answer<T>), replayed: true };
  const detail = 'This Idempotency-Key was used for another request. Take a new key for a new request.';
  throw new DomainError('idempotency.key_reused', 'unprocessable', detail);
}

function inProgress(): DomainError {
  const detail = 'The first request with this Idempotency-Key is still under way. Repeat this one shortly.';
  return new DomainError('idempotency.in_progress', 'conflict', detail, { retryAfterSeconds: 1 });
}
