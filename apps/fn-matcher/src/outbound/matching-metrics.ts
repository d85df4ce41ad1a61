import type { Metrics } from '@foundnow/telemetry';
import type { MatchTier } from '../domain/match/match.ts';
import type { ScoredPost } from '../use-cases/scoring/pair-store.port.ts';
import type { ScoringMeters } from '../use-cases/scoring/scoring-meters.port.ts';
import type { Backlog } from '../use-cases/scoring/scoring-jobs.port.ts';

/** Labels are of closed lists: nothing of a post or a person. */
export class MatchingMetrics implements ScoringMeters {
  constructor(private readonly metrics: Pick<Metrics, 'count' | 'gauge' | 'observeSeconds'>) {}

  scored({ pairs }: ScoredPost, candidates: number, isCapped: boolean, seconds: number): void {
    const { metrics } = this;
    metrics.count('posts_scored_total', 'Posts that were scored.', { capped: String(isCapped) });
    metrics.count('match_candidates_total', 'Candidates that they were scored against.', {}, candidates);
    metrics.observeSeconds('post_scoring_duration_seconds', 'From a job to stored matches.', seconds);
    metrics.count('match_pairs_total', 'Pairs for which enough speaks to count.', {}, pairs.length);
  }

  told(tier: MatchTier): void {
    this.metrics.count('matches_told_total', 'Matches that were found, or told of again.', { tier });
  }

  setAside(): void {
    this.metrics.count('scoring_jobs_set_aside_total', 'Posts that could not be scored, however often it was tried.');
  }

  backlog({ waiting, oldestSeconds, setAside }: Backlog): void {
    this.metrics.gauge('scoring_jobs_waiting', 'Posts that wait to be scored, or are being scored.', waiting);
    this.metrics.gauge('scoring_job_oldest_age_seconds', 'How long the first of them has waited.', oldestSeconds);
    this.metrics.gauge('scoring_jobs_set_aside', 'Posts that nobody scores until somebody looks.', setAside);
  }
}
