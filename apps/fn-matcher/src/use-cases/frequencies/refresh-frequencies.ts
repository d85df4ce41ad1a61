import type { Clock } from '@foundnow/kernel';
import type { TermFrequencies } from '../../domain/scoring/term-frequencies.ts';
import type { TermCounts } from './term-counts.port.ts';

/** Between two refreshes a pair is scored alike, whenever it comes. */
export class RefreshFrequencies {
  constructor(
    private readonly counts: TermCounts,
    private readonly everyMs: number,
    private readonly clock: Clock,
    private readonly onNew: (frequencies: TermFrequencies) => void,
  ) {}

  #version = 0;

  async run(): Promise<void> {
    await this.counts.recount(this.clock.now(), this.everyMs);
    await this.load();
  }

  /** What was counted before, at once. */
  async load(): Promise<void> {
    const newer = await this.counts.newerThan(this.#version);
    if (newer === null) return;
    this.#version = newer.version;
    this.onNew(newer);
  }
}
