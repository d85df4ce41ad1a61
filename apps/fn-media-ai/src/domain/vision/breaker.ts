export interface BreakerFigures {
  /** Opens after so many failures in a row … */
  readonly failures: number;
  /** … within so long. */
  readonly withinMs: number;
  /** How long it stays open before it lets a probe through. */
  readonly openMs: number;
  /** So many probes in a row must go well. */
  readonly successes: number;
}

export const BREAKER_FIGURES: BreakerFigures = { failures: 5, withinMs: 60_000, openMs: 30_000, successes: 2 };

export type BreakerState = 'closed' | 'open' | 'half-open';

/** Allows one call; what became of it is told with the pass in hand. */
export interface Pass {
  readonly term: number;
}

/** Spares a provider that fails. Knows no clock: the time is told, in milliseconds. */
export class Breaker {
  #state: BreakerState = 'closed';
  /** A call that began before the last change of state says nothing about this one. */
  #term = 0;
  #failures: number[] = [];
  #successes = 0;
  #openUntil = 0;
  #probing = false;

  constructor(
    private readonly figures: BreakerFigures = BREAKER_FIGURES,
    private readonly onChange: (state: BreakerState) => void = () => undefined,
  ) {}

  stateAt(now: number): BreakerState {
    if (this.#state === 'open' && now >= this.#openUntil) this.#change('half-open');
    return this.#state;
  }

  /** Undefined: do not call. A pass must be given back by one of the three below. */
  admit(now: number): Pass | undefined {
    const state = this.stateAt(now);
    if (state === 'open' || (state === 'half-open' && this.#probing)) return undefined;
    this.#probing = state === 'half-open';
    return { term: this.#term };
  }

  succeeded(pass: Pass): void {
    if (!this.#return(pass)) return;
    this.#failures = [];
    if (this.#state !== 'half-open') return;
    this.#successes += 1;
    if (this.#successes >= this.figures.successes) this.#change('closed');
  }

  failed(pass: Pass, now: number): void {
    if (!this.#return(pass)) return;
    const since = now - this.figures.withinMs;
    this.#failures = [...this.#failures.filter((at) => at > since), now];
    if (this.#state === 'closed' && this.#failures.length < this.figures.failures) return;
    this.#openUntil = now + this.figures.openMs;
    this.#change('open');
  }

  /** It came to no call, or the call says nothing about the provider. */
  withdrawn(pass: Pass): void {
    this.#return(pass);
  }

  #return(pass: Pass): boolean {
    if (pass.term !== this.#term) return false;
    this.#probing = false;
    return true;
  }

  #change(state: BreakerState): void {
    this.#state = state;
    this.#term += 1;
    this.#failures = [];
    this.#successes = 0;
    this.#probing = false;
    this.onChange(state);
  }
}
