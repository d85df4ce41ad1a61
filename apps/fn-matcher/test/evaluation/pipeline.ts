import { systemClock } from '@foundnow/kernel';
import { Inbox } from '@foundnow/outbox';
import type { Database } from '@foundnow/postgres';
import type { Item } from '../../src/domain/item/item.ts';
import { derive } from '../../src/domain/post/derive.ts';
import { score } from '../../src/domain/scoring/score.ts';
import type { Knowledge } from '../../src/knowledge.module.ts';
import { PostgresSurroundings } from '../../src/outbound/postgres/candidates/postgres-surroundings.ts';
import { PostgresTermCounts } from '../../src/outbound/postgres/frequencies/postgres-term-counts.ts';
import { PostgresPostIntake } from '../../src/outbound/postgres/posts/postgres-post-intake.ts';
import { RefreshFrequencies } from '../../src/use-cases/frequencies/refresh-frequencies.ts';
import type { SecretReader } from '../../src/use-cases/posts/secret-reader.port.ts';
import { TakeInAnalysis } from '../../src/use-cases/posts/take-in-analysis.ts';
import { TakeInPost } from '../../src/use-cases/posts/take-in-post.ts';
import { atOnce } from './at-once.ts';
import type { PairFile } from './pair-file.ts';
import { PostIds } from './post-ids.ts';
import { toldAnalysis, toldPost } from './told.ts';
import { WeighedPairs } from './weighed-pairs.ts';

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

  /** Each lost post against all that the search brings up; then each pair beside all others of both its posts. */
  private async score(items: readonly Item[], pairs: PairFile): Promise<Pick<Ran, 'candidates' | 'capped'>> {
    const reader = new PostgresSurroundings(this.database, this.knowledge.categories, this.most);
    const { scoring } = this.knowledge.rules();
    const lost = items.filter(({ kind }) => kind === 'lost');
    const weighed = new WeighedPairs();
    let capped = 0;
    await atOnce(lost, this.progress('scored', lost.length), async ({ id }) => {
      const postId = this.ids.uuidFor(id);
      const around = await reader.read(postId);
      if (around?.isActive !== true) throw new Error(`${id} was taken in and is not there`);
      if (around.isCapped) capped += 1;
      for (const { postId: foundId, traits } of around.candidates) {
        weighed.add(postId, foundId, score(around.post.traits, traits, scoring).weight);
      }
    });
    for (const [lostId, found] of weighed.probabilities(scoring.model.contention)) {
      await pairs.add(
        this.ids.nameOf(lostId),
        found.map(({ foundId, probability }) => ({ foundId: this.ids.nameOf(foundId), probability })),
      );
    }
    return { candidates: weighed.size, capped };
  }

  private progress(done: string, all: number): (count: number) => void {
    const step = Math.max(1_000, Math.ceil(all / 10));
    return (count) => (count % step === 0 || count === all ? this.say(`${count} of ${all} ${done}`) : undefined);
  }
}

function delivery() {
  return { group: 'fn-matcher', generation: 0, eventId: crypto.randomUUID() };
}
