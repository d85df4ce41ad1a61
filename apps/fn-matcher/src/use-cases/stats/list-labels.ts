import type { LabelledPair, MatchRecord } from './match-record.port.ts';

/** What people said of pairs, for a model to learn from. */
export class ListLabels {
  constructor(private readonly record: Pick<MatchRecord, 'labels'>) {}

  run(since: Date): AsyncIterable<LabelledPair> {
    return this.record.labels(since);
  }
}
