import type { PostCounts } from './post-counts.port.ts';

export interface Stats {
  readonly received: number;
  readonly byLanguage: Readonly<Record<string, number>>;
}

export class ReadStats {
  constructor(private readonly counts: PostCounts) {}

  async run(): Promise<Stats> {
    const counts = await this.counts.all();
    return {
      received: [...counts.values()].reduce((sum, count) => sum + count, 0),
      byLanguage: Object.fromEntries(counts),
    };
  }
}
