import { Database, openPool } from '@foundnow/postgres';
import type { OperatorTerminal } from '@foundnow/service';
import { Command } from 'commander';
import { parsePostsConfig } from '../../config.ts';

interface CountRow {
  readonly kind: string;
  readonly status: string;
  readonly count: number;
}

const COUNT = 'select kind, status, count(*)::int as count from posts.post group by kind, status order by kind, status';

/** `fn posts stats` */
export function postStats(terminal: OperatorTerminal): Command {
  return new Command('stats')
    .description('How many posts there are, by kind and status, over all organizations.')
    .option('--json', 'print one JSON object per line')
    .action(async ({ json }: { json?: boolean }) => {
      for (const row of await countPosts(terminal)) {
        terminal.out(json ? JSON.stringify(row) : `${row.kind.padEnd(6)} ${row.status.padEnd(9)} ${row.count}`);
      }
    });
}

async function countPosts({ env }: OperatorTerminal): Promise<CountRow[]> {
  const { DATABASE_URL: url } = parsePostsConfig(env);
  const database = new Database(openPool({ url, schema: 'posts', applicationName: 'fn' }));
  try {
    return await database.read({ worker: 'operator' }, (tx) => tx.query<CountRow>(COUNT));
  } finally {
    await database.close();
  }
}
