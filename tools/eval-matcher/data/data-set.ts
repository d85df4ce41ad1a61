import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { jsonLines } from './json-lines.ts';
import { DataError, type Post, postLine, truthLine } from './post.ts';

export interface DataSet {
  readonly folder: string;
  readonly posts: ReadonlyMap<string, Post>;
  /** The ids of what was found, by the id of what was lost. */
  readonly truth: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Where a folder keeps what is judged, and, where it has splits, what a threshold may be chosen on. */
export function foldersIn(folder: string): { judged: string; validation: string | undefined } {
  if (existsSync(join(folder, 'posts.jsonl'))) return { judged: folder, validation: undefined };
  const [test, validation] = [join(folder, 'test'), join(folder, 'validation')];
  if (existsSync(join(test, 'posts.jsonl'))) {
    return { judged: test, validation: existsSync(join(validation, 'posts.jsonl')) ? validation : undefined };
  }
  throw new DataError(`${folder} has neither posts.jsonl nor test/posts.jsonl: npm run data:matching makes some`);
}

export async function readDataSet(folder: string): Promise<DataSet> {
  const posts = new Map<string, Post>();
  const file = join(folder, 'posts.jsonl');
  for await (const post of jsonLines(file, postLine)) {
    if (posts.has(post.id)) throw new DataError(`${file}: ${post.id} is there twice`);
    if (post.occurredTo < post.occurredFrom) throw new DataError(`${file}: ${post.id} ends before it begins`);
    posts.set(post.id, post);
  }
  return { folder, posts, truth: await readTruth(folder, posts) };
}

/** As they were read, with what was not told filled in. */
export function writePosts(folder: string, { posts }: DataSet): void {
  const file = openSync(join(folder, 'posts.jsonl'), 'w');
  for (const post of posts.values()) writeSync(file, `${JSON.stringify(post)}\n`);
  closeSync(file);
}

async function readTruth(folder: string, posts: ReadonlyMap<string, Post>): Promise<DataSet['truth']> {
  const truth = new Map<string, Set<string>>();
  const file = join(folder, 'truth.jsonl');
  if (!existsSync(file)) throw new DataError(`${file} is missing: one {"lostId","foundId"} per line`);
  for await (const { lostId, foundId } of jsonLines(file, truthLine)) {
    if (posts.get(lostId)?.kind !== 'lost') throw new DataError(`${file}: posts.jsonl has no lost post ${lostId}`);
    if (posts.get(foundId)?.kind !== 'found') throw new DataError(`${file}: posts.jsonl has no found post ${foundId}`);
    truth.set(lostId, (truth.get(lostId) ?? new Set()).add(foundId));
  }
  if (truth.size === 0) throw new DataError(`${file} has no pair: nothing can be measured`);
  return truth;
}
