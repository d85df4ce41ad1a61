import type { ContactState } from '../../domain/contact-exchange/contact-state.ts';
import type { Photo } from '../../domain/photo/photo.ts';
import type { PostState } from '../../domain/post/post-state.ts';
import type { Erasure } from './erasures.port.ts';

/** There may be much of it: a page is in memory at a time. */
export type Pages<T> = AsyncIterable<readonly T[]>;

/** What there is once at most. */
export interface PersonalFacts {
  readonly erasure: Erasure | null;
  /** Of the key that contact data is closed with. */
  readonly dataKey: { readonly createdAt: Date; readonly destroyedAt: Date | null } | null;
}

/** What somebody did to a post of another. */
export interface MadeChange {
  readonly postId: string;
  readonly version: number;
  readonly at: Date;
  readonly change: string;
  readonly reason: string | null;
  readonly fields: readonly string[];
}

/** A photo that is in no post. */
export interface KeptUpload {
  readonly id: string;
  readonly state: 'awaited' | 'ready' | 'dropped';
  readonly createdAt: Date;
  readonly goneBy: Date | null;
  readonly photo: Photo | null;
  /** Where its file lies, when there is one to be had. */
  readonly objectKey: string | null;
}

export interface KeptClaim {
  readonly matchId: string;
  readonly claimId: string;
  readonly lostPostId: string;
  readonly foundPostId: string;
  readonly roles: readonly ('claimant' | 'loser' | 'finder')[];
}

/** A request that would be answered as before; what it made stands elsewhere. */
export interface KeptAnswer {
  readonly expiresAt: Date;
}

export interface AuditedAct {
  readonly at: Date;
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Everything that is held of one person. Of who was erased only facts and acts are shown, also half-way through. */
export interface ExportSource {
  /** Notes in the audit that it was asked for. */
  open(person: string): Promise<PersonalFacts>;
  posts(person: string): Pages<PostState>;
  postVersions(person: string): Pages<PostState>;
  changesOfOthers(person: string): Pages<MadeChange>;
  uploads(person: string): Pages<KeptUpload>;
  contacts(person: string): Pages<ContactState>;
  claims(person: string): Pages<KeptClaim>;
  answers(person: string): Pages<KeptAnswer>;
  acts(person: string): Pages<AuditedAct>;
}
