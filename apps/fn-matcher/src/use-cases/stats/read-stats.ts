import type { Clock } from '@foundnow/kernel';
import type { CountedMatches, Duration, JudgedTier, MatchRecord } from './match-record.port.ts';
import type { ReportedPosts } from './reported-posts.port.ts';

const LOOKED_BACK_DAYS = 90;
const DAY_MILLIS = 86_400_000;

export interface Stats {
  readonly received: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly matches: readonly CountedMatches[];
  readonly since: Date;
  readonly judged: readonly JudgedTier[];
  readonly durations: readonly Duration[];
}

export class ReadStats {
  constructor(
    private readonly posts: ReportedPosts,
    private readonly record: MatchRecord,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<Stats> {
    const since = new Date(this.clock.now().getTime() - LOOKED_BACK_DAYS * DAY_MILLIS);
    const [counts, matches, judged, durations] = await Promise.all([
      this.posts.countByKind(),
      this.record.matches(),
      this.record.judged(since),
      this.record.durations(since),
    ]);
    return {
      received: [...counts.values()].reduce((sum, count) => sum + count, 0),
      byKind: Object.fromEntries(counts),
      matches,
      since,
      judged,
      durations,
    };
  }
}
