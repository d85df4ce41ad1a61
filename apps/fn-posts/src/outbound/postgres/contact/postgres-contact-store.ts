import { PostgresTokenStore } from '@foundnow/crypto';
import type { Idempotency, IdempotentRequest } from '@foundnow/http';
import { type Database, type Tx, violatedConstraint } from '@foundnow/postgres';
import type { Actor } from '../../../domain/actor.ts';
import { alreadyOpen, nobodyToAsk } from '../../../domain/contact-exchange/contact-request-errors.ts';
import { contactNotFound } from '../../../domain/contact-exchange/contact-errors.ts';
import type { ContactExchange } from '../../../domain/contact-exchange/contact-exchange.ts';
import type { PostStatus } from '../../../domain/post/post-status.ts';
import { admittedPart } from '../../../use-cases/contact/admitted-part.ts';
import type {
  AskingLimit,
  ContactDecision,
  ContactPart,
  ContactStore,
  Opened,
} from '../../../use-cases/contact/contact-store.port.ts';
import { scopeOf } from '../actor-scope.ts';
import { CONTACT_WITH_NOBODY_ERASED } from '../privacy/not-being-erased.ts';
import { throwRefusedAsErased } from '../privacy/person-erased.ts';
import { contactColumnsOf, SELECT_CONTACT } from './contact-table.ts';
import type { ContactWriter } from './contact-writer.ts';
import type { ContactRow } from './contact.row.ts';

const LOCK = `${SELECT_CONTACT} where id = $1 and $2 in (owner_id, requester_id)
  and ${CONTACT_WITH_NOBODY_ERASED} for update`;
/** Both counts of two requests at once would stop short of the limit. */
const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('contact-requests:' || $1, 0))`;
const COUNTED = `select created_at from posts.contact_exchange
  where requester_id = $1 and opened_by = 'requester' and created_at > $2 order by created_at desc offset $3 limit 1`;
/** What another replica works at is passed over: it will be done when it comes round again. */
const DUE = `select ${contactColumnsOf('e')},
    coalesce((select status from posts.post p where p.id = e.post_id), 'deleted') as post_status
  from posts.contact_exchange e
  where e.status in ('pending', 'approved') and ${CONTACT_WITH_NOBODY_ERASED} and (e.expires_at <= $1 or (e.status = 'pending' and not exists (
    select from posts.post p where p.id = e.post_id and p.status = 'active')))
  order by e.expires_at limit $2 for update of e skip locked`;

export class PostgresContactStore implements ContactStore {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly writer: ContactWriter,
  ) {}

  async add(
    { exchange, events }: Parameters<ContactStore['add']>[0],
    by: Actor,
    limit: AskingLimit,
    once: IdempotentRequest | undefined,
  ): Promise<Opened> {
    const opened = this.idempotency.run(once, scopeOf(by), async (tx) => {
      await assertBelow(limit, by, tx);
      if (!(await this.writer.add(tx, exchange, events))) throw alreadyOpen();
      return exchange.state.id;
    });
    const { resource: id, replayed } = await opened.catch(throwRefused);
    return { id, replayed };
  }

  async update(id: string, part: ContactPart, decide: ContactDecision): Promise<ContactExchange> {
    return this.database.transaction(scopeOf(part.by), async (tx) => {
      const [row] = await tx.query<ContactRow>(LOCK, [id, part.by.userId]);
      if (!row) throw contactNotFound();
      return this.writer.change(tx, row, admittedPart(part, decide));
    });
  }

  async updateDue(now: Date, most: number, decide: Parameters<ContactStore['updateDue']>[2]): Promise<number> {
    return this.database.transaction({ worker: 'contact-upkeep' }, async (tx) => {
      const rows = await tx.query<ContactRow & { post_status: PostStatus }>(DUE, [now, most]);
      for (const { post_status: post, ...row } of rows) {
        await this.writer.change(tx, row, (exchange) => decide(exchange, post));
      }
      await new PostgresTokenStore(tx, 'posts').purge(now);
      return rows.length;
    });
  }
}

/** Whoever asks is not told that it was she who was erased when it was the other. */
function throwRefused(error: unknown): never {
  if (violatedConstraint(error) === 'owner_erased') throw nobodyToAsk();
  return throwRefusedAsErased(error);
}

async function assertBelow({ most, since, refusal }: AskingLimit, by: Actor, tx: Tx): Promise<void> {
  await tx.query(ONE_AT_A_TIME, [by.userId]);
  const [first] = await tx.query<{ created_at: Date }>(COUNTED, [by.userId, since, most - 1]);
  if (first) throw refusal(first.created_at);
}
