import type { IdempotentRequest } from '@foundnow/http';
import type { DomainError } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import type { Draft } from '../posts/draft-post.ts';

export interface KeptItem {
  readonly id: string;
  readonly reference: string | null;
}

export interface KeptBatch {
  readonly batchId: string;
  /** One for each draft, in their order. */
  readonly items: readonly (KeptItem | DomainError)[];
  /** The same request was answered before with these; nothing was added. */
  readonly replayed: boolean;
}

/** Keeps many posts in one transaction, with their events. */
export interface PostBatches {
  /** What is refused already stays so; a draft that the store refuses takes no other with it. */
  addAll(
    batchId: string,
    drafts: readonly (Draft | DomainError)[],
    by: Actor,
    once: IdempotentRequest | undefined,
  ): Promise<KeptBatch>;
  /** What was kept of these when they came first; undefined when they did not. An item that is refused is its refusal. */
  earlier(items: readonly unknown[], by: Actor, once: IdempotentRequest | undefined): Promise<KeptBatch | undefined>;
}
