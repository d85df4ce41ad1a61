import type { IdempotentRequest } from '@foundnow/http';
import { DomainError, type IdGenerator } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { deskOf } from '../../domain/desk.ts';
import { organizationClosed } from '../../domain/post/post-errors.ts';
import type { Photo } from '../../domain/photo/photo.ts';
import type { Batch } from '../../domain/post/post-state.ts';
import type { ReadHouseRules } from '../organizations/read-house-rules.ts';
import type { UploadedPhotos } from '../photos/uploaded-photos.port.ts';
import type { Circumstances, Draft, DraftPost, ReportRequest } from '../posts/draft-post.ts';
import type { Warning } from '../posts/screen-report.ts';
import type { KeptItem, PostBatches } from './post-batches.port.ts';

export interface CreatedItem extends KeptItem {
  readonly warnings: readonly Warning[];
}

export interface TakenIn {
  readonly batchId: string;
  /** One for each item, in their order. */
  readonly results: readonly (CreatedItem | DomainError)[];
  readonly replayed: boolean;
}

/** A desk takes in what many people found. One item that is refused does not keep the others out. */
export class TakeInItems {
  constructor(
    private readonly houseRules: Pick<ReadHouseRules, 'run'>,
    private readonly draftPost: Pick<DraftPost, 'under'>,
    private readonly uploads: UploadedPhotos,
    private readonly batches: PostBatches,
    private readonly ids: IdGenerator,
  ) {}

  /** `items`: what was understood, and why not where it was not. */
  async run(
    items: readonly (ReportRequest | DomainError)[],
    intake: Batch['intake'],
    by: Actor,
    once?: IdempotentRequest,
  ): Promise<TakenIn> {
    const orgId = deskOf(by);
    try {
      return await this.takeIn(items, { intake, orgId }, by, once);
    } catch (error) {
      const earlier = await this.batches.earlier(items, by, once);
      if (earlier === undefined) throw error;
      return { ...earlier, results: earlier.items.map((item) => withWarnings(item, undefined)) };
    }
  }

  private async takeIn(
    items: readonly (ReportRequest | DomainError)[],
    { intake, orgId }: Pick<Batch, 'intake'> & { readonly orgId: string },
    by: Actor,
    once: IdempotentRequest | undefined,
  ): Promise<TakenIn> {
    const house = await this.houseRules.run(orgId);
    if (!house.isOpen) throw organizationClosed();
    const batch = { id: this.ids.next(), intake };
    const wanted = items.map((item) => (item instanceof DomainError ? [] : item.photoUploadIds));
    const photos = await this.uploads.findEach(wanted, by);
    const drafting = items.map((item, index) => this.drafted(item, photos[index], { house, batch }, by));
    const drafts = await Promise.all(drafting);
    await this.uploads.keep([...new Set(drafts.flatMap(photosOf))]);
    const { batchId, items: kept, replayed } = await this.batches.addAll(batch.id, drafts, by, once);
    return { batchId, replayed, results: kept.map((item, index) => withWarnings(item, drafts[index])) };
  }

  private async drafted(
    item: ReportRequest | DomainError,
    photos: readonly Photo[] | DomainError | undefined,
    under: Circumstances,
    by: Actor,
  ): Promise<Draft | DomainError> {
    if (item instanceof DomainError) return item;
    if (photos instanceof DomainError) return photos;
    try {
      return await this.draftPost.under({ ...under, photos }, item, by);
    } catch (error) {
      // That something we depend on is away is no fault of the item.
      if (error instanceof DomainError && error.kind === 'validation') return error;
      throw error;
    }
  }
}

function photosOf(draft: Draft | DomainError): readonly Photo[] {
  return draft instanceof DomainError ? [] : draft.post.state.photos;
}

function withWarnings(item: KeptItem | DomainError, draft: Draft | DomainError | undefined): CreatedItem | DomainError {
  if (item instanceof DomainError) return item;
  return { ...item, warnings: draft === undefined || draft instanceof DomainError ? [] : draft.warnings };
}
