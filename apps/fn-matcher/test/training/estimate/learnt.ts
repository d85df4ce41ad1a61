import type { MatchModel } from '../../../src/domain/scoring/match-model.ts';

export type Learnt = Pick<MatchModel, 'prior' | 'signals'>;
