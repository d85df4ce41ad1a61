import type { Idempotency, IdempotentRequest } from '@foundnow/http';
import { DomainError } from '@foundnow/kernel';
import type { OutboxWriter } from '@foundnow/outbox';
import { type Database, type Tx, violatedConstraint } from '@foundnow/postgres';
import type { Actor } from '../../../domain/actor.ts';
import type { Photo } from '../../../domain/photo/photo.ts';
import { postNotFound } from '../../../domain/post/post-errors.ts';
import type { KeptBatch, KeptItem, PostBatches } from '../../../use-cases/intake/post-batches.port.ts';
import type { Draft } from '../../../use-cases/posts/draft-post.ts';
import { toOutgoingEvent } from '../../events/posts/wire-events.ts';
import { scopeOf } from '../actor-scope.ts';
import { FreeUploads } from '../photos/free-uploads.ts';
import { throwRefusedAsErased } from '../privacy/person-erased.ts';
import { toRow } from '../posts/post-row-mapping.ts';
import { INSERT_POST, valuesOf } from '../posts/post-table.ts';

const KEPT = `select id, reference from posts.post where id = any($1::uuid[]) and status <> 'deleted'`;
const DRAWS = 3;

/** What is noted of a batch for whoever asks again: the ids in the order of the items, null for those refused. */
interface Noted {
  readonly batchId: string;
  readonly ids: readonly (string | null)[];
}

export class PostgresPostBatches implements PostBatches {
  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxWriter,
    private readonly idempotency: Idempotency,
  ) {}

  async addAll(
    batchId: string,
    drafts: readonly (Draft | DomainError)[],
    by: Actor,
    once: IdempotentRequest | undefined,
  ): Promise<KeptBatch> {
    let items: (KeptItem | DomainError)[] = [];
    const added = this.idempotency.run(once, scopeOf(by), async (tx) => {
      items = [];
      const free = await FreeUploads.lock(tx, drafts.flatMap(photosOf));
      for (const draft of drafts) {
        const item =
          draft instanceof DomainError ? draft : (free.refusalOf(photosOf(draft)) ?? (await this.add(tx, draft)));
        if (!(draft instanceof DomainError || item instanceof DomainError)) free.take(draft.post.state);
        items.push(item);
      }
      free.attach(tx);
      const ids = items.map((item) => (item instanceof DomainError ? null : item.id));
      return JSON.stringify({ batchId, ids } satisfies Noted);
    });
    const { resource, replayed } = await added.catch(throwRefusedAsErased);
    return replayed ? this.asItStands(resource, drafts, by) : { batchId, items, replayed };
  }

  async earlier(
    items: readonly unknown[],
    by: Actor,
    once: IdempotentRequest | undefined,
  ): Promise<KeptBatch | undefined> {
    const resource = await this.idempotency.earlier(once, scopeOf(by));
    return resource === undefined ? undefined : this.asItStands(resource, items, by);
  }

  private async add(tx: Tx, draft: Draft): Promise<KeptItem | DomainError> {
    let drawn: Pick<Draft, 'post' | 'events'> = draft;
    for (let draw = 1; ; draw += 1) {
      const { post, events } = drawn;
      try {
        await tx.savepoint(async (point) => {
          point.send(INSERT_POST, valuesOf(toRow(post.state)));
          await this.outbox.append(point, events.map(toOutgoingEvent));
        });
        return { id: post.state.id, reference: post.state.reference };
      } catch (error) {
        if (error instanceof DomainError && error.kind === 'too-large') return error;
        if (violatedConstraint(error) !== 'post_reference_key' || draw === DRAWS) throw error;
        drawn = draft.redraw();
      }
    }
  }

  private async asItStands(noted: string, drafts: readonly unknown[], by: Actor): Promise<KeptBatch> {
    const { batchId, ids } = JSON.parse(noted) as Noted;
    const made = ids.filter((id) => id !== null);
    const rows = await this.database.read(scopeOf(by), (tx) => tx.query<KeptItem>(KEPT, [made]));
    const kept = new Map(rows.map((row) => [row.id, row]));
    const items = ids.map((id, index) => {
      const draft = drafts[index];
      if (id === null) return draft instanceof DomainError ? draft : refusedBefore();
      // It was made, and is gone since: a repetition does not bring it back.
      return kept.get(id) ?? postNotFound();
    });
    return { batchId, items, replayed: true };
  }
}

function photosOf(draft: Draft | DomainError): readonly Photo[] {
  return draft instanceof DomainError ? [] : draft.post.state.photos;
}

/** What stood against it then does not now; but one key is one answer. */
function refusedBefore(): DomainError {
  const detail = 'This item was refused when the request came first. Send it again in a request of its own.';
  return new DomainError('post.refused_before', 'conflict', detail);
}
