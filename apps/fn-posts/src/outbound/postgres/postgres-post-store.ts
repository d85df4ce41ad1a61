import type { OutboxWriter } from '@foundnow/outbox';
import type { Tx } from '@foundnow/postgres';
import type { PostEvent } from '../../domain/post-events.ts';
import type { Post } from '../../domain/post.ts';
import type { PostStore } from '../../use-cases/post-store.port.ts';
import { toOutgoingEvent } from '../events/wire-events.ts';
import { toRow } from './post-row-mapping.ts';
import { INSERT_POST, valuesOf } from './post-table.ts';

export class PostgresPostStore implements PostStore {
  constructor(private readonly outbox: OutboxWriter) {}

  async add(tx: Tx, post: Post, events: readonly PostEvent[]): Promise<void> {
    await tx.query(INSERT_POST, valuesOf(toRow(post.state)));
    await this.outbox.append(tx, events.map(toOutgoingEvent));
  }
}
