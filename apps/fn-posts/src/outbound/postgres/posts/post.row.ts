import { EntitySchema } from 'typeorm';
import type { Intake, ItemAttributes, PostKind, PostStatus, Visibility } from '../../../domain/post/post-state.ts';

/** A row of posts.post, in the table's own words. */
export interface PostRow {
  id: string;
  version: number;
  kind: PostKind;
  status: PostStatus;
  title: string;
  description: string;
  category: string;
  attributes: ItemAttributes;
  lat: number;
  lng: number;
  accuracy_meters: number | null;
  address: string | null;
  public_lat: number;
  public_lng: number;
  radius_meters: number;
  occurred_from: Date;
  occurred_to: Date;
  time_zone: string;
  visibility: Visibility;
  language: string;
  reward_amount_minor: string | null;
  reward_currency: string | null;
  reference: string | null;
  author_id: string;
  org_id: string | null;
  intake: Intake;
  photos_version: number;
  created_at: Date;
  updated_at: Date;
  expires_at: Date | null;
}

const text = { type: 'text' } as const;
const optionalText = { type: 'text', nullable: true } as const;
const real = { type: 'double precision' } as const;
const time = { type: 'timestamptz' } as const;

export const PostRowSchema = new EntitySchema<PostRow>({
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
    attributes: { type: 'jsonb' },
    lat: real,
    lng: real,
    accuracy_meters: { ...real, nullable: true },
    address: optionalText,
    public_lat: real,
    public_lng: real,
    radius_meters: { type: 'integer' },
    occurred_from: time,
    occurred_to: time,
    time_zone: text,
    visibility: text,
    language: text,
    reward_amount_minor: { type: 'bigint', nullable: true },
    reward_currency: optionalText,
    reference: { ...optionalText, unique: true },
    author_id: { type: 'uuid' },
    org_id: { type: 'uuid', nullable: true },
    intake: text,
    photos_version: { type: 'integer' },
    created_at: time,
    updated_at: time,
    expires_at: { ...time, nullable: true },
  },
});
