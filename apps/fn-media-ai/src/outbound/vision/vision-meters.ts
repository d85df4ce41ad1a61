import type { Metrics } from '@foundnow/telemetry';
import type { BreakerState } from '../../domain/vision/breaker.ts';
import type { VisionRefusal } from '../../domain/vision/vision-failure.ts';

type Sink = Pick<Metrics, 'breaker' | 'count' | 'gauge' | 'observeSeconds'>;

/** What is counted of vision. Labels are of closed lists: nothing of a photo, a person or a key. */
export class VisionMeters {
  constructor(private readonly sink: Sink) {}

  attempt(provider: string, outcome: 'answered' | VisionRefusal, seconds: number): void {
    const labels = { provider, outcome };
    this.sink.observeSeconds('vision_attempt_duration_seconds', 'Attempts at asking a vision model.', seconds, labels);
  }

  cost(provider: string, micros: number): void {
    this.sink.count('vision_cost_micros_total', 'What vision models said they cost.', { provider }, micros);
  }

  spent(provider: string, micros: number): void {
    const help = 'Spent this UTC day by all replicas, as last looked up.';
    this.sink.gauge('vision_spent_today_micros', help, micros, { provider });
  }

  cache(provider: string, result: 'hit' | 'miss'): void {
    this.sink.count('vision_cache_lookups_total', 'Questions to kept answers.', { provider, result });
  }

  refused(provider: string, reason: VisionRefusal): void {
    this.sink.count('vision_refusals_total', 'Questions that a provider did not answer.', { provider, reason });
  }

  outcome(degraded: boolean): void {
    const labels = { degraded: String(degraded) };
    this.sink.count('vision_outcomes_total', 'Photos that a vision model looked at, or that did without.', labels);
  }

  withheld(provider: string, kinds: readonly string[]): void {
    const help = 'Answers that held contact data, which was taken out.';
    for (const kind of kinds) this.sink.count('vision_withheld_texts_total', help, { provider, kind });
  }

  breaker(provider: string, state: BreakerState): void {
    this.sink.breaker(`vision-${provider}`, state);
  }
}
