import type { BreakerState } from '../domain/vision/breaker.ts';
import type { VisionRefusal } from '../domain/vision/vision-failure.ts';
import type { VisionFinding } from '../domain/vision/vision-finding.ts';
import type { VisionQuestion } from './vision-provider.port.ts';

/** An answer, or the reasons why the other stages must do. */
export type VisionOutcome =
  | {
      readonly degraded: false;
      readonly finding: VisionFinding;
      readonly provider: string;
      readonly model: string;
      readonly promptVersion: string | null;
      /** Kept from an earlier question, so it cost nothing. */
      readonly kept: boolean;
      readonly milliseconds: number;
    }
  | { readonly degraded: true; readonly refusals: readonly ProviderRefusal[] };

export interface ProviderRefusal {
  readonly provider: string;
  readonly reason: VisionRefusal;
}

export interface ProviderState {
  readonly name: string;
  readonly model: string;
  readonly promptVersion: string | null;
  readonly state: 'ready' | 'no-key' | 'breaker-open' | 'budget-spent';
  /** Of this replica. */
  readonly breaker: BreakerState;
  /** By all replicas, this UTC day. */
  readonly spentMicros: number;
  /** Of this replica, since it started; the rate is null before the first question. */
  readonly cache: { readonly hits: number; readonly misses: number; readonly hitRate: number | null };
  readonly underWay: number;
  readonly waiting: number;
}

export interface ProvidersState {
  readonly day: string;
  readonly budgetMicros: number;
  readonly spentMicros: number;
  /** In the order in which they are asked. */
  readonly providers: readonly ProviderState[];
}

export interface LookOptions {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
}

/** The vision stage: asks one provider after the other until one answers. */
export interface Vision {
  /** Rejects only with the signal's reason, or when budget or cache cannot be reached. */
  look(question: VisionQuestion, options?: LookOptions): Promise<VisionOutcome>;
  providers(): Promise<ProvidersState>;
  close(): Promise<void>;
}
