import { Idempotency, IdempotencyStore } from '@foundnow/http';
import { OutboxWriter } from '@foundnow/outbox';
import { AuditTrail, Database } from '@foundnow/postgres';
import { FakeClock } from '@foundnow/testing';
import pg from 'pg';
import { ClaimWriter } from '../src/outbound/postgres/claims/claim-writer.ts';
import { PostgresClaims } from '../src/outbound/postgres/claims/postgres-claims.ts';
import { MatchWriter } from '../src/outbound/postgres/matches/match-writer.ts';
import { PostgresMatches } from '../src/outbound/postgres/matches/postgres-matches.ts';
import { erasedClaims } from '../src/outbound/postgres/privacy/erased-claims.ts';
import { erasedMatchAnswers } from '../src/outbound/postgres/privacy/erased-match-answers.ts';
import { PostgresErasures } from '../src/outbound/postgres/privacy/postgres-erasures.ts';
import { PostgresMatchRecord } from '../src/outbound/postgres/stats/postgres-match-record.ts';
import { LetClaimsPass } from '../src/use-cases/claims/let-claims-pass.ts';
import { LetMatchesPass } from '../src/use-cases/matches/let-matches-pass.ts';
import { ErasePerson } from '../src/use-cases/privacy/erase-person.ts';
import { ListLabels } from '../src/use-cases/stats/list-labels.ts';
import type { MatcherUnderTest } from './start-matcher.ts';

const WORKERS = ['decider', 'keeper', 'eraser'];

/** Another replica of what runs, as far as it goes by time, at a time that the spec says. */
export function replicaOf(matcher: MatcherUnderTest, clock = new FakeClock(new Date())) {
  const pool = new pg.Pool({ connectionString: matcher.env['DATABASE_URL'], max: 4 });
  const database = new Database(pool, { workers: WORKERS });
  const outbox = new OutboxWriter({ schema: 'matcher', service: 'fn-matcher' });
  const audit = new AuditTrail('matcher');
  const matches = new MatchWriter(outbox);
  const idempotency = new Idempotency(database, new IdempotencyStore('matcher'));
  const claims = new PostgresClaims(database, idempotency, new ClaimWriter(matches, outbox, audit), matches);
  const erasures = new PostgresErasures(database, [erasedClaims, erasedMatchAnswers], audit);
  return {
    clock,
    database,
    claims,
    letMatchesPass: new LetMatchesPass(new PostgresMatches(database, matches), clock),
    letClaimsPass: new LetClaimsPass(claims, clock),
    erasePerson: new ErasePerson(erasures, clock, () => undefined),
    listLabels: new ListLabels(new PostgresMatchRecord(database)),
    close: () => database.close(),
  };
}
