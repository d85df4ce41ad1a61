import type { Database } from '@foundnow/postgres';
import type { Actor } from '../../../domain/actor.ts';
import type { ContactState } from '../../../domain/contact-exchange/contact-state.ts';
import type { PostState } from '../../../domain/post/post-state.ts';
import type { ContactQuery, ContactSearch } from '../../../use-cases/contact/contact-search.port.ts';
import type { PostSearch } from '../../../use-cases/posts/post-search.port.ts';
import { scopeOf } from '../actor-scope.ts';
import { CONTACT_WITH_NOBODY_ERASED } from '../privacy/not-being-erased.ts';
import { Values } from '../posts/conditions.ts';
import { toState } from '../posts/post-row-mapping.ts';
import { SELECT_POST } from '../posts/post-table.ts';
import type { PostRow } from '../posts/post.row.ts';
import { toContactState } from './contact-row-mapping.ts';
import { SELECT_CONTACT } from './contact-table.ts';
import type { ContactRow } from './contact.row.ts';

const FIND = `${SELECT_CONTACT} where id = $1 and $2 in (owner_id, requester_id)
  and ${CONTACT_WITH_NOBODY_ERASED}`;
const POST = `${SELECT_POST} where id = $1 and status <> 'deleted'`;

export class PostgresContactSearch implements ContactSearch {
  constructor(
    private readonly database: Database,
    private readonly posts: Pick<PostSearch, 'find'>,
  ) {}

  async find(id: string, viewer: Actor): Promise<ContactState | null> {
    const values = [id, viewer.userId];
    const [row] = await this.database.read(scopeOf(viewer), (tx) => tx.query<ContactRow>(FIND, values));
    return row ? toContactState(row) : null;
  }

  async list(query: ContactQuery, viewer: Actor): Promise<readonly ContactState[]> {
    const values = new Values();
    const conditions = conditionsOf(query, viewer, values).join(' and ');
    const text = `${SELECT_CONTACT} where ${conditions}
      order by created_at desc, id desc limit ${values.put(query.limit + 1, 'int')}`;
    const rows = await this.database.read(scopeOf(viewer), (tx) => tx.query<ContactRow>(text, values.list));
    return rows.map(toContactState);
  }

  async postShownTo(postId: string, viewer: Actor): Promise<PostState | null> {
    if ((await this.posts.find(postId, viewer)) === null) return null;
    const [row] = await this.database.read({ worker: 'contact-upkeep' }, (tx) => tx.query<PostRow>(POST, [postId]));
    return row ? toState(row) : null;
  }
}

function conditionsOf({ side, status, now, after }: ContactQuery, viewer: Actor, values: Values): string[] {
  const conditions = [
    CONTACT_WITH_NOBODY_ERASED,
    `${side === 'owner' ? 'owner_id' : 'requester_id'} = ${values.put(viewer.userId, 'uuid')}`,
  ];
  if (status !== undefined) {
    const ranOut = `status in ('pending', 'approved') and expires_at <= ${values.put(now, 'timestamptz')}`;
    conditions.push(`case when ${ranOut} then 'expired' else status end = ${values.put(status, 'text')}`);
  }
  if (after) {
    const position = `(${values.put(after.createdAt, 'timestamptz')}, ${values.put(after.id, 'uuid')})`;
    conditions.push(`(created_at, id) < ${position}`);
  }
  return conditions;
}
