/** Why a provider gave no answer. A closed list: it goes into metrics, results and `GET /providers`. */
export type VisionRefusal =
  | 'no-key'
  | 'breaker-open'
  | 'budget-spent'
  | 'busy'
  | 'timeout'
  | 'disconnected'
  | 'rate-limited'
  | 'overloaded'
  | 'unavailable'
  | 'damaged'
  | 'misconfigured'
  | 'spend-limit'
  | 'question-refused'
  | 'refused'
  | 'cut-off'
  | 'malformed';

/** What the breaker learns of it: what a single photo can bring about says nothing against the provider. */
export type BreakerLesson = 'failure' | 'success' | 'none';

interface Consequences {
  /** Another attempt at the same question may go well. */
  readonly again: boolean;
  readonly lesson: BreakerLesson;
  /** What it costs when the provider does not say: nothing, or as much as was set aside for it. */
  readonly billed: 'nothing' | 'estimate';
}

const NOT_ASKED: Consequences = { again: false, lesson: 'none', billed: 'nothing' };
const AWAY: Consequences = { again: true, lesson: 'failure', billed: 'nothing' };
/** The provider may have worked on it to the end. */
const LOST: Consequences = { again: true, lesson: 'failure', billed: 'estimate' };
const NEEDS_OPERATOR: Consequences = { again: false, lesson: 'failure', billed: 'nothing' };
/** Were these failures to the breaker, five photos with the right words in them would switch vision off for everybody. */
const ANSWERED: Consequences = { again: false, lesson: 'success', billed: 'estimate' };

const CONSEQUENCES: Readonly<Record<VisionRefusal, Consequences>> = {
  'no-key': NOT_ASKED,
  'breaker-open': NOT_ASKED,
  'budget-spent': NOT_ASKED,
  busy: NOT_ASKED,
  timeout: LOST,
  disconnected: LOST,
  damaged: LOST,
  'rate-limited': AWAY,
  overloaded: AWAY,
  unavailable: AWAY,
  misconfigured: NEEDS_OPERATOR,
  'spend-limit': NEEDS_OPERATOR,
  'question-refused': NOT_ASKED,
  refused: ANSWERED,
  'cut-off': ANSWERED,
  malformed: ANSWERED,
};

export interface VisionFailureOptions {
  /** The provider asks for patience. */
  readonly retryAfterMs?: number;
  readonly costMicros?: number;
}

/** A provider gave no answer. It never holds what the provider said: that may quote the question or the key. */
export class VisionFailure extends Error {
  override readonly name = 'VisionFailure';
  readonly retryAfterMs: number | undefined;
  /** Known only when the provider told it. */
  readonly costMicros: number | undefined;

  constructor(
    readonly reason: VisionRefusal,
    { retryAfterMs, costMicros }: VisionFailureOptions = {},
  ) {
    super(`The vision provider gave no answer: ${reason}.`);
    this.retryAfterMs = retryAfterMs;
    this.costMicros = costMicros;
  }

  get again(): boolean {
    return CONSEQUENCES[this.reason].again;
  }

  get lesson(): BreakerLesson {
    return CONSEQUENCES[this.reason].lesson;
  }

  /** What it cost, where `estimate` was set aside for it. */
  costOf(estimate: number): number {
    return this.costMicros ?? (CONSEQUENCES[this.reason].billed === 'nothing' ? 0 : estimate);
  }
}
