import { z } from 'zod';
import type { Candidate } from '../data/candidate.ts';
import type { DataSet } from '../data/data-set.ts';
import { jsonLines } from '../data/json-lines.ts';
import { DataError } from '../data/post.ts';

const line = z.tuple([z.string(), z.string(), z.number().min(0).max(1)]);

export interface Judged {
  readonly candidates: readonly Candidate[];
  /** What the matcher says of each. */
  readonly probabilities: readonly number[];
}

/** Scored pairs, with what is true of each. */
export async function readCandidates(file: string, { posts, truth }: DataSet): Promise<Judged> {
  const candidates: Candidate[] = [];
  const probabilities: number[] = [];
  for await (const [lostId, foundId, probability] of jsonLines(file, line)) {
    const [lost, found] = [posts.get(lostId), posts.get(foundId)];
    if (lost?.kind !== 'lost' || found?.kind !== 'found')
      throw new DataError(`${file}: ${lostId}, ${foundId} is no pair`);
    candidates.push({ lost, found, isTrue: truth.get(lostId)?.has(foundId) === true });
    probabilities.push(probability);
  }
  return { candidates, probabilities };
}
