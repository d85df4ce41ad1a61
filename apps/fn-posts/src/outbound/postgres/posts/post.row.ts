import { EntitySchema } from 'typeorm';
import type { Photo } from '../../../domain/photo/photo.ts';
import type { LastChange } from '../../../domain/post/post-change.ts';
import type { ItemAttributes, PostKind, Visibility } from '../../../domain/post/item-report.ts';
import type { Intake } from '../../../domain/post/post-state.ts';
import type { PostStatus } from '../../../domain/post/post-status.ts';
import type { HashedIdentifier } from '../../../domain/post/secrets.ts';
import type { Suggestion } from '../../../domain/post/suggestion.ts';

/** A row of posts.post, in the table's own words. */
export interface PostRow {
  id: string;
  version: number;
  kind: PostKind;
  status: PostStatus;
  title: string;
  description: string;
  category: string;
  tags: string[];
  attributes: ItemAttributes;
  lat: number;
  lng: number;
  accuracy_meters: number | null;
  address: string | null;
  public_lat: number;
  public_lng: number;
  /** H3 cells of the public place, coarse and fine. */
  cell5: string;
  cell7: string;
  radius_meters: number;
  occurred_from: Date;
  occurred_to: Date;
  time_zone: string;
  visibility: Visibility;
  language: string;
  reward_amount_minor: string | null;
  reward_currency: string | null;
  identifiers: readonly HashedIdentifier[];
  sealed_identifiers: string | null;
  proof_questions: string[];
  sealed_proof: string | null;
  reference: string | null;
  author_id: string | null;
  org_id: string | null;
  intake: Intake;
  photos: readonly Photo[];
  photos_version: number;
  suggestion: Suggestion | null;
  created_at: Date;
  updated_at: Date;
  expires_at: Date | null;
  due_at: Date | null;
  closed_at: Date | null;
  change: LastChange['type'];
  changed_by: string | null;
  change_reason: string | null;
  changed_fields: string[];
}

const text = { type: 'text' } as const;
const optionalText = { type: 'text', nullable: true } as const;
const texts = { type: 'text', array: true } as const;
const real = { type: 'double precision' } as const;
const time = { type: 'timestamptz' } as const;
const cell = { type: 'bigint' } as const;

export const PostRowSchema = new EntitySchema<PostRow & { words: unknown }>({
  name: 'PostRow',
  tableName: 'post',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'integer' },
    kind: text,
    status: text,
    title: text,
    description: text,
    category: text,
    tags: texts,
    attributes: { type: 'jsonb' },
    lat: real,
    lng: real,
    accuracy_meters: { ...real, nullable: true },
    address: optionalText,
    public_lat: real,
    public_lng: real,
    cell5: cell,
    cell7: cell,
    radius_meters: { type: 'integer' },
    occurred_from: time,
    occurred_to: time,
    time_zone: text,
    visibility: text,
    language: text,
    reward_amount_minor: { type: 'bigint', nullable: true },
    reward_currency: optionalText,
    identifiers: { type: 'jsonb' },
    sealed_identifiers: optionalText,
    proof_questions: texts,
    sealed_proof: optionalText,
    reference: { ...optionalText, unique: true },
    author_id: { type: 'uuid', nullable: true },
    org_id: { type: 'uuid', nullable: true },
    intake: text,
    photos: { type: 'jsonb' },
    photos_version: { type: 'integer' },
    suggestion: { type: 'jsonb', nullable: true },
    created_at: time,
    updated_at: time,
    expires_at: { ...time, nullable: true },
    due_at: { ...time, nullable: true },
    closed_at: { ...time, nullable: true },
    change: text,
    changed_by: { type: 'uuid', nullable: true },
    change_reason: optionalText,
    changed_fields: texts,
    words: { type: 'tsvector' },
  },
});
