import type { Idempotency, IdempotentRequest } from '@foundnow/http';
import type { Database } from '@foundnow/postgres';
import type { Actor } from '../../../domain/actor.ts';
import { tooManyUploads, uploadGone } from '../../../domain/photo/photo-errors.ts';
import type { Photo } from '../../../domain/photo/photo.ts';
import type {
  Finished,
  Lease,
  PhotoLeftovers,
  PhotoUpload,
  PhotoUploads,
} from '../../../use-cases/photos/photo-uploads.port.ts';
import { scopeOf } from '../actor-scope.ts';
import { throwRefusedAsErased } from '../privacy/person-erased.ts';
import type { PhotoRow } from './photo.row.ts';

/** A desk may prepare a whole batch of the longest. */
const MOST_WAITING = { person: 50, desk: 2_000 };
const WAITING = `select count(*)::int as count from posts.photo where owner_id = $1 and state in ('awaited', 'ready')`;
/** Hers alone, whomever she acts for, until a post takes it. */
const OPEN = `insert into posts.photo (id, folder, state, owner_id, created_at, due_at)
  values ($1, $2, 'awaited', $3, $4, $5)`;
const FIND = `select id, folder, photo, due_at from posts.photo
  where id = any($1::uuid[]) and owner_id = $2 and state <> 'dropped'`;
const FINISH = `update posts.photo set state = 'ready', photo = $2 where id = $1 and state = 'awaited' returning id`;
const DROP = `update posts.photo set state = 'dropped', due_at = $3
  where id = $1 and owner_id = $2 and state in ('awaited', 'ready') returning id`;
const take = (whose: string) => `update posts.photo set state = 'dropped', due_at = $2 where id in (
    select id from posts.photo where due_at <= $1 ${whose} order by due_at limit $3 for update skip locked)
  returning id, folder`;
const TAKE = take('');
const TAKE_OF = take('and owner_id = $4');
const FORGET = `delete from posts.photo where id = any($1::uuid[]) and state = 'dropped'`;

const SWEEPER = { worker: 'photo-sweeper' } as const;

export class PostgresPhotoUploads implements PhotoUploads, PhotoLeftovers {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
  ) {}

  async open(
    { id, folder, dueAt }: PhotoUpload,
    by: Actor,
    now: Date,
    once: IdempotentRequest | undefined,
  ): Promise<Finished> {
    const opened = this.idempotency.run(once, scopeOf(by), async (tx) => {
      const [waiting] = await tx.query<{ count: number }>(WAITING, [by.userId]);
      const most = by.orgId !== null && by.isStaff ? MOST_WAITING.desk : MOST_WAITING.person;
      if (waiting && waiting.count >= most) throw tooManyUploads();
      tx.send(OPEN, [id, folder, by.userId, now, dueAt]);
      return id;
    });
    const { resource, replayed } = await opened.catch(throwRefusedAsErased);
    return { id: resource, replayed };
  }

  async earlier(request: IdempotentRequest | undefined, by: Actor): Promise<string | undefined> {
    return this.idempotency.earlier(request, scopeOf(by));
  }

  async find(ids: readonly string[], by: Actor): Promise<readonly PhotoUpload[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.read(scopeOf(by), (tx) => tx.query<PhotoRow>(FIND, [ids, by.userId]));
    return rows.map(({ id, folder, photo, due_at }) => ({ id, folder, photo, dueAt: due_at }));
  }

  async finish(id: string, photo: Photo, by: Actor, once: IdempotentRequest | undefined): Promise<Finished> {
    const { resource, replayed } = await this.idempotency.run(once, scopeOf(by), async (tx) => {
      const finished = await tx.query(FINISH, [id, JSON.stringify(photo)]);
      if (finished.length === 0) throw uploadGone();
      return id;
    });
    return { id: resource, replayed };
  }

  async drop(id: string, by: Actor, now: Date): Promise<boolean> {
    const dropped = await this.database.transaction(scopeOf(by), (tx) => tx.query(DROP, [id, by.userId, now]));
    return dropped.length > 0;
  }

  async take(
    { now, until }: Lease,
    most: number,
    owner: string | null,
  ): Promise<ReadonlyArray<Pick<PhotoUpload, 'id' | 'folder'>>> {
    const values = [now, until, most];
    return this.database.transaction(SWEEPER, (tx) =>
      owner === null ? tx.query<PhotoRow>(TAKE, values) : tx.query<PhotoRow>(TAKE_OF, [...values, owner]),
    );
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.database.transaction(SWEEPER, async (tx) => tx.send(FORGET, [ids]));
  }
}
