import type { KeptPosts } from './kept-posts.port.ts';

export interface Stats {
  readonly received: number;
  readonly byCategory: Readonly<Record<string, number>>;
}

export class ReadStats {
  constructor(private readonly posts: KeptPosts) {}

  async run(): Promise<Stats> {
    const counts = await this.posts.countByCategory();
    return {
      received: [...counts.values()].reduce((sum, count) => sum + count, 0),
      byCategory: Object.fromEntries(counts),
    };
  }
}
