import type { MatcherConfig } from './config.ts';
import type { MatchModel } from './domain/scoring/match-model.ts';
import type { TermFrequencies } from './domain/scoring/term-frequencies.ts';
import { CountedTerms } from './domain/scoring/term-frequencies.ts';
import { scoringOf } from './domain/scoring/scoring.ts';
import type { Lexicon } from './domain/text/lexicon.ts';
import { readCategories } from './outbound/knowledge/read-categories.ts';
import { readLexicon } from './outbound/knowledge/read-lexicon.ts';
import { readModel } from './outbound/knowledge/read-model.ts';
import type { ScoringRules } from './use-cases/scoring/score-post.ts';

type Choices = Pick<
  MatcherConfig,
  'MATCHER_MODEL' | 'MATCHER_NOTIFY_FROM' | 'MATCHER_SHOW_FROM' | 'MATCHER_REVIEW_FROM' | 'MATCHER_SIGNALS_OFF'
>;

/** What pairs are judged by: the model, the words, the categories, and how common each thing is. */
export function openKnowledge(config: Choices, lexicon: Lexicon = readLexicon()) {
  const categories = readCategories();
  const model = readModel(config.MATCHER_MODEL);
  const thresholds = {
    notify: config.MATCHER_NOTIFY_FROM,
    show: config.MATCHER_SHOW_FROM,
    review: config.MATCHER_REVIEW_FROM,
  };
  const knowledge = {
    areConfusable: categories.areConfusable,
    colorDistance: (one: string, other: string) => lexicon.colorDistance(one, other),
  };
  const off = config.MATCHER_SIGNALS_OFF;
  const rulesBy = (by: MatchModel, frequencies: TermFrequencies): ScoringRules => {
    return { scoring: scoringOf({ model: by, frequencies, knowledge, off }), thresholds, categories };
  };
  let rules = rulesBy(model, new CountedTerms(0, 0, new Map()));
  return {
    lexicon,
    categories,
    rules: () => rules,
    /** The same with another model. */
    rulesWith: (name: string) => rulesBy(readModel(name), rules.scoring.frequencies),
    onFrequencies: (frequencies: TermFrequencies) => void (rules = rulesBy(model, frequencies)),
  };
}

export type Knowledge = ReturnType<typeof openKnowledge>;
