import type { Idempotency, IdempotentRequest } from '@foundnow/http';
import type { AnsweredRequests } from '../../use-cases/answered-requests.port.ts';

export class PostgresAnsweredRequests implements AnsweredRequests {
  constructor(private readonly idempotency: Idempotency) {}

  async earlier(request: IdempotentRequest | undefined): Promise<string | undefined> {
    return this.idempotency.earlier(request, { worker: 'decider' });
  }
}
