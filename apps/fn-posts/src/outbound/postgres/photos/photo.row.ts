import { EntitySchema } from 'typeorm';
import type { Photo } from '../../../domain/photo/photo.ts';

/** A row of posts.photo. */
export interface PhotoRow {
  id: string;
  folder: string;
  state: 'awaited' | 'ready' | 'attached' | 'dropped';
  /** Null: who sent it was erased, and it is the organization's. */
  owner_id: string | null;
  org_id: string | null;
  post_id: string | null;
  photo: Photo | null;
  created_at: Date;
  due_at: Date | null;
}

export const PhotoRowSchema = new EntitySchema<PhotoRow>({
  name: 'PhotoRow',
  tableName: 'photo',
  columns: {
    id: { type: 'uuid', primary: true },
    folder: { type: 'text', unique: true },
    state: { type: 'text' },
    owner_id: { type: 'uuid', nullable: true },
    org_id: { type: 'uuid', nullable: true },
    post_id: { type: 'uuid', nullable: true },
    photo: { type: 'jsonb', nullable: true },
    created_at: { type: 'timestamptz' },
    due_at: { type: 'timestamptz', nullable: true },
  },
});
