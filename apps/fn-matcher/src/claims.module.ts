import { type Opener, publicJwks } from '@foundnow/crypto';
import { Idempotency, IdempotencyRetention, IdempotencyStore } from '@foundnow/http';
import { Periodic } from '@foundnow/kernel';
import { AuditTrail } from '@foundnow/postgres';
import type { ServiceKit } from '@foundnow/service';
import { ClaimDecisionsController } from './inbound/http/claims/claim-decisions.controller.ts';
import { ClaimItemsController } from './inbound/http/claims/claim-items.controller.ts';
import { ClaimsController } from './inbound/http/claims/claims.controller.ts';
import { MatchAnswersController } from './inbound/http/matches/match-answers.controller.ts';
import { MatchesController } from './inbound/http/matches/matches.controller.ts';
import type { Knowledge } from './knowledge.module.ts';
import { ClaimWriter } from './outbound/postgres/claims/claim-writer.ts';
import { PostgresClaims } from './outbound/postgres/claims/postgres-claims.ts';
import { MatchWriter } from './outbound/postgres/matches/match-writer.ts';
import { PostgresMatchAnswers } from './outbound/postgres/matches/postgres-match-answers.ts';
import { PostgresMatchSearch } from './outbound/postgres/matches/postgres-match-search.ts';
import { PostgresMatches } from './outbound/postgres/matches/postgres-matches.ts';
import { PostgresAnsweredRequests } from './outbound/postgres/postgres-answered-requests.ts';
import { erasedAnsweredRequests } from './outbound/postgres/privacy/erased-answered-requests.ts';
import { erasedClaims } from './outbound/postgres/privacy/erased-claims.ts';
import { erasedMatchAnswers } from './outbound/postgres/privacy/erased-match-answers.ts';
import { OpenedProofs } from './outbound/sealing/opened-proofs.ts';
import { ReadableSeals } from './outbound/sealing/readable-seals.ts';
import { SealedCodes } from './outbound/sealing/sealed-codes.ts';
import { personalDataScreen } from './outbound/text/personal-data-screen.ts';
import { AskQuestions } from './use-cases/claims/ask-questions.ts';
import { ClaimItem } from './use-cases/claims/claim-item.ts';
import { DenyClaim } from './use-cases/claims/deny-claim.ts';
import { HandOverItem } from './use-cases/claims/hand-over-item.ts';
import { LetClaimsPass } from './use-cases/claims/let-claims-pass.ts';
import { ReadClaims } from './use-cases/claims/read-claims.ts';
import { VerifyClaim } from './use-cases/claims/verify-claim.ts';
import { AnswerMatch } from './use-cases/matches/answer-match.ts';
import { ExplainMatch } from './use-cases/matches/explain-match.ts';
import { LetMatchesPass } from './use-cases/matches/let-matches-pass.ts';
import { ReadMatches } from './use-cases/matches/read-matches.ts';

/** And at once when a match or a claim of this process has come to its end. */
const LOOK_EVERY_MS = 30_000;

export interface ClaimsConfig {
  readonly MATCHER_HANDOVER_KEY: Uint8Array;
  readonly SEALING_JWKS_URL: string;
}

/** What people say of matches, how an item is claimed, and how it gets home. */
export function composeClaims(
  config: ClaimsConfig,
  kit: ServiceKit,
  opener: Pick<Opener, 'open'>,
  { lexicon }: Pick<Knowledge, 'lexicon'>,
) {
  const { database, outbox, clock, ids, complaintsOf } = kit;
  const answers = new IdempotencyStore('matcher');
  const idempotency = new Idempotency(database, answers);
  const audit = new AuditTrail('matcher');
  const matchWriter = new MatchWriter(outbox);
  const claims = new PostgresClaims(database, idempotency, new ClaimWriter(matchWriter, outbox, audit), matchWriter);
  const seals = new ReadableSeals(opener, (error) => kit.logger.warn({ error }, 'a proof does not open'));
  const proofs = new OpenedProofs(database, seals);
  const codes = new SealedCodes(config.MATCHER_HANDOVER_KEY, publicJwks(config.SEALING_JWKS_URL, { clock }));
  const letMatchesPass = new LetMatchesPass(new PostgresMatches(database, matchWriter), clock);
  const letClaimsPass = new LetClaimsPass(claims, clock);
  const upkeep = new Periodic(
    LOOK_EVERY_MS,
    async (signal) => {
      await letMatchesPass.run(signal);
      await letClaimsPass.run(signal);
    },
    complaintsOf('claims'),
  );
  const wake = () => upkeep.wake();
  const matchAnswers = new PostgresMatchAnswers(database, matchWriter, audit);
  const readMatches = new ReadMatches(new PostgresMatchSearch(database));
  const answered = new PostgresAnsweredRequests(idempotency);
  const provided = [
    readMatches,
    new ExplainMatch(readMatches),
    new AnswerMatch(matchAnswers, personalDataScreen, wake, clock),
    new AskQuestions(readMatches, proofs, claims),
    new ClaimItem(claims, readMatches, proofs, answered, { clock, ids, lexicon }),
    new ReadClaims(claims),
    new VerifyClaim(claims, codes, proofs, { clock, lexicon }, wake),
    new DenyClaim(claims, clock),
    new HandOverItem(claims, codes, clock),
  ];
  return {
    useCases: { letMatchesPass, letClaimsPass },
    controllers: [
      MatchesController,
      MatchAnswersController,
      ClaimItemsController,
      ClaimsController,
      ClaimDecisionsController,
    ],
    providers: provided.map((useCase) => ({ provide: useCase.constructor, useValue: useCase })),
    workers: {
      claims: upkeep,
      'idempotency-retention': new IdempotencyRetention(database, answers, complaintsOf('idempotency-retention')),
    },
    /** What is to be forgotten of people. */
    records: [erasedClaims, erasedMatchAnswers, erasedAnsweredRequests(answers)],
    /** When matches have ended elsewhere: their claims end with them. */
    matchesEnded: wake,
  };
}
