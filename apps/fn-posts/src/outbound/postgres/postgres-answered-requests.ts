import type { Idempotency, IdempotentRequest } from '@foundnow/http';
import type { Actor } from '../../domain/actor.ts';
import type { AnsweredRequests } from '../../use-cases/answered-requests.port.ts';
import { scopeOf } from './actor-scope.ts';

export class PostgresAnsweredRequests implements AnsweredRequests {
  constructor(private readonly idempotency: Idempotency) {}

  async earlier(request: IdempotentRequest | undefined, by: Actor): Promise<string | undefined> {
    return this.idempotency.earlier(request, scopeOf(by));
  }
}
