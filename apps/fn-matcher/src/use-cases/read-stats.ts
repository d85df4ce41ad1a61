import type { ReportedPosts } from './reported-posts.port.ts';

export interface Stats {
  readonly received: number;
  readonly byKind: Readonly<Record<string, number>>;
}

export class ReadStats {
  constructor(private readonly posts: ReportedPosts) {}

  async run(): Promise<Stats> {
    const counts = await this.posts.countByKind();
    return {
      received: [...counts.values()].reduce((sum, count) => sum + count, 0),
      byKind: Object.fromEntries(counts),
    };
  }
}
