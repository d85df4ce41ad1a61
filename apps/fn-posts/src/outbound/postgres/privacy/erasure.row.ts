import { EntitySchema } from 'typeorm';
import type { Erasure, ErasureSource } from '../../../use-cases/privacy/erasures.port.ts';

/** A row of posts.erasure. */
export interface ErasureRow {
  person_id: string;
  source: ErasureSource;
  requested_at: Date;
  completed_at: Date | null;
  counts: Record<string, number>;
}

export const ErasureRowSchema = new EntitySchema<ErasureRow>({
  name: 'ErasureRow',
  tableName: 'erasure',
  columns: {
    person_id: { type: 'uuid', primary: true },
    source: { type: 'text' },
    requested_at: { type: 'timestamptz' },
    completed_at: { type: 'timestamptz', nullable: true },
    counts: { type: 'jsonb', default: {} },
  },
});

export function toErasure(row: ErasureRow): Erasure {
  return {
    personId: row.person_id,
    source: row.source,
    requestedAt: row.requested_at,
    completedAt: row.completed_at,
    counts: row.counts,
  };
}
