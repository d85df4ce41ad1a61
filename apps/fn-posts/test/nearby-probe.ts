import { Database, openPool } from '@foundnow/postgres';
import { PostgresPostSearch } from '../src/outbound/postgres/posts/postgres-post-search.ts';
import type { NearbyQuery } from '../src/use-cases/posts/post-search.port.ts';

/** What a benchmark asks of the real search, as it stands in the service, in a process of its own. */
export interface NearbyQuestions {
  readonly queries: readonly (Omit<NearbyQuery, 'createdAfter'> & { readonly createdAfter: string })[];
}

export interface NearbyAnswers {
  readonly milliseconds: readonly number[];
  readonly ids: readonly (readonly string[])[];
}

const [, , url = ''] = process.argv;
const database = new Database(openPool({ url, schema: 'posts', applicationName: 'nearby-probe', poolSize: 1 }));
const search = new PostgresPostSearch(database);

process.on('message', (questions: NearbyQuestions) => {
  void answer(questions).then((answers) => process.send?.(answers));
});

async function answer({ queries }: NearbyQuestions): Promise<NearbyAnswers> {
  const milliseconds: number[] = [];
  const ids: string[][] = [];
  for (const { createdAfter, ...query } of queries) {
    const start = performance.now();
    const found = await search.nearby({ ...query, createdAfter: new Date(createdAfter) }, null);
    milliseconds.push(performance.now() - start);
    ids.push(found.map(({ post }) => post.id));
  }
  return { milliseconds, ids };
}
