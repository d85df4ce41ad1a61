import type { OperatorTerminal, WithUseCases } from '@foundnow/service';
import { Command } from 'commander';
import type { CountPosts } from '../../use-cases/posts/count-posts.ts';

/** `fn posts stats` */
export function postStats(terminal: OperatorTerminal, withUseCases: WithUseCases<{ countPosts: CountPosts }>): Command {
  return new Command('stats')
    .description('How many posts there are, by kind and status, over all organizations.')
    .option('--json', 'print one JSON object per line')
    .action(async ({ json }: { json?: boolean }) => {
      const counts = await withUseCases(({ countPosts }) => countPosts.run());
      for (const { kind, status, count } of counts) {
        terminal.out(json ? JSON.stringify({ kind, status, count }) : `${kind.padEnd(6)} ${status.padEnd(9)} ${count}`);
      }
    });
}
