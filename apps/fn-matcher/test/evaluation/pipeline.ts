import { systemClock } from '@foundnow/kernel';
import { Inbox } from '@foundnow/outbox';
import type { Database } from '@foundnow/postgres';
import type { Item } from '../../src/domain/item/item.ts';
import { derive } from '../../src/domain/post/derive.ts';
import type { Knowledge } from '../../src/knowledge.module.ts';
import { PostgresSurroundings } from '../../src/outbound/postgres/candidates/postgres-surroundings.ts';
import { PostgresTermCounts } from '../../src/outbound/postgres/frequencies/postgres-term-counts.ts';
import { PostgresPostIntake } from '../../src/outbound/postgres/posts/postgres-post-intake.ts';
import { RefreshFrequencies } from '../../src/use-cases/frequencies/refresh-frequencies.ts';
import type { SecretReader } from '../../src/use-cases/posts/secret-reader.port.ts';
import { TakeInAnalysis } from '../../src/use-cases/posts/take-in-analysis.ts';
import { TakeInPost } from '../../src/use-cases/posts/take-in-post.ts';
import { scorePost } from '../../src/use-cases/scoring/score-post.ts';
import { atOnce } from './at-once.ts';
import type { PairFile } from './pair-file.ts';
import { PostIds } from './post-ids.ts';
import { toldAnalysis, toldPost } from './told.ts';

export interface Ran {
  readonly posts: number;
  readonly candidates: number;
  /** Lost posts that had more candidates than are compared. */
  readonly capped: number;
  readonly model: string;
  readonly intakeSeconds: number;
  readonly scoringSeconds: number;
}

/** A data set seals nothing. */
const NO_SECRETS: SecretReader = { identifiersOf: async () => [], readFrom: async () => [] };

/** From told posts to scored pairs, by the use cases and tables of the service. */
export class Pipeline {
  private readonly ids = new PostIds();

  constructor(
    private readonly database: Database,
    private readonly knowledge: Knowledge,
    private readonly most: number,
    private readonly say: (text: string) => void,
  ) {}

  async run(items: readonly Item[], pairs: PairFile): Promise<Ran> {
    const began = performance.now();
    await this.takeIn(items);
    const counts = new PostgresTermCounts(this.database);
    await new RefreshFrequencies(counts, 0, systemClock, this.knowledge.onFrequencies).run();
    const taken = performance.now();
    const scored = await this.score(items, pairs);
    return {
      posts: items.length,
      ...scored,
      model: this.knowledge.rules().scoring.model.version,
      intakeSeconds: (taken - began) / 1_000,
      scoringSeconds: (performance.now() - taken) / 1_000,
    };
  }

  private async takeIn(items: readonly Item[]): Promise<void> {
    const intake = new PostgresPostIntake(new Inbox(this.database, 'matcher'), (post) =>
      derive(post, this.knowledge.lexicon),
    );
    const takeInPost = new TakeInPost(intake, NO_SECRETS, systemClock, () => undefined);
    const takeInAnalysis = new TakeInAnalysis(intake, NO_SECRETS, systemClock, () => undefined);
    await atOnce(items, this.progress('taken in', items.length), async (item) => {
      const id = this.ids.uuidFor(item.id);
      await takeInPost.run(toldPost(id, item), delivery());
      const analysis = toldAnalysis(id, item);
      if (analysis !== null) await takeInAnalysis.run(analysis, delivery());
    });
  }

  private async score(items: readonly Item[], pairs: PairFile): Promise<Pick<Ran, 'candidates' | 'capped'>> {
    const reader = new PostgresSurroundings(this.database, this.knowledge.categories, this.most);
    const lost = items.filter(({ kind }) => kind === 'lost');
    let [candidates, capped] = [0, 0];
    await atOnce(lost, this.progress('scored', lost.length), async ({ id }) => {
      const around = await reader.read(this.ids.uuidFor(id));
      if (around?.isActive !== true) throw new Error(`${id} was taken in and is not there`);
      const scored = scorePost(around, this.knowledge.rules()).pairs;
      candidates += scored.length;
      if (around.isCapped) capped += 1;
      const found = scored.map(({ foundPostId, verdict }) => ({
        foundId: this.ids.nameOf(foundPostId),
        probability: verdict?.probability ?? 0,
      }));
      await pairs.add(id, found);
    });
    return { candidates, capped };
  }

  private progress(done: string, all: number): (count: number) => void {
    const step = Math.max(1_000, Math.ceil(all / 10));
    return (count) => (count % step === 0 || count === all ? this.say(`${count} of ${all} ${done}`) : undefined);
  }
}

function delivery() {
  return { group: 'fn-matcher', generation: 0, eventId: crypto.randomUUID() };
}
