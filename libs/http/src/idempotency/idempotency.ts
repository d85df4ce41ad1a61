import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '@foundnow/kernel';
import type { Database, TenantScope, Tx } from '@foundnow/postgres';
import type { Claim, IdempotencyStore } from './idempotency-store.ts';
import type { IdempotentRequest } from './idempotent-request.ts';
import type { Once } from './once.ts';

interface Outcome {
  readonly done?: Once;
}

const LONGEST_PAUSE_MS = 200;

/** Runs the work of a creating route so that any number of equal requests has one effect. */
export class Idempotency {
  private readonly underWay = new Map<string, Promise<unknown>>();

  constructor(
    private readonly database: Pick<Database, 'transaction'>,
    private readonly store: IdempotencyStore,
    private readonly waitMs = 10_000,
  ) {}

  /**
   * `work` answers with the id of what it made, which is noted in the same transaction. Whoever repeats the request is
   * told that id and reads anew, so a replay shows neither what was deleted since nor what the caller may no longer
   * see. What `work` throws is not noted: a refusal had no effect, and after a failure of ours a repetition shall get
   * its chance.
   */
  async run(
    request: IdempotentRequest | undefined,
    scope: TenantScope,
    work: (tx: Tx) => Promise<string>,
  ): Promise<Once> {
    if (request === undefined) return { resource: await this.database.transaction(scope, work), replayed: false };
    const deadline = performance.now() + this.waitMs;
    for (let pauseMs = 10; performance.now() < deadline; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      // Repetitions in this process wait here, where they hold no connection to the database.
      const outcome = await this.alone(request, deadline, () => this.attempt(request, scope, work));
      if (outcome?.done !== undefined) return outcome.done;
      if (outcome !== undefined) await pause(pauseMs);
    }
    throw inProgress();
  }

  /** What was made of this request when it came first, for whom it is refused now. Nothing is done. */
  async earlier(request: IdempotentRequest | undefined, scope: TenantScope): Promise<string | undefined> {
    if (request === undefined) return undefined;
    const claim = await this.database.transaction(scope, (tx) => this.store.claim(tx, request));
    return claim.state === 'done' ? repeated(claim).resource : undefined;
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

  private async attempt(
    request: IdempotentRequest,
    scope: TenantScope,
    work: (tx: Tx) => Promise<string>,
  ): Promise<Outcome> {
    try {
      return await this.database.transaction(scope, async (tx): Promise<Outcome> => {
        const claim = await this.store.claim(tx, request);
        if (claim.state === 'in-progress') return {};
        if (claim.state === 'done') return { done: repeated(claim) };
        const resource = await work(tx);
        if (!(await this.store.record(tx, request, resource))) throw new Overtaken();
        return { done: { resource, replayed: false } };
      });
    } catch (error) {
      if (error instanceof Overtaken) return {};
      throw error;
    }
  }
}

/** Rolls our effect back in favour of the one that was committed first. */
class Overtaken extends Error {}

function repeated({ sameRequest, resource }: Extract<Claim, { state: 'done' }>): Once {
  if (sameRequest) return { resource, replayed: true };
  const detail = 'This Idempotency-Key was used for another request. Take a new key for a new request.';
  throw new DomainError('idempotency.key_reused', 'unprocessable', detail);
}

function inProgress(): DomainError {
  const detail = 'The first request with this Idempotency-Key is still under way. Repeat this one shortly.';
  return new DomainError('idempotency.in_progress', 'conflict', detail, { retryAfterSeconds: 1 });
}
