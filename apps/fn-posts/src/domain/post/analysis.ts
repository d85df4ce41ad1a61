import type { ItemReport } from './item-report.ts';

/** What an analysis of the photos may propose to change. */
export type Proposed = Pick<ItemReport, 'title' | 'description' | 'category' | 'tags'>;
export const PROPOSED_FIELDS = ['title', 'description', 'category', 'tags'] as const;
export type ProposedField = (typeof PROPOSED_FIELDS)[number];

/** How far the proposals of an analysis may go by themselves. */
export type SuggestionLevel = 'none' | 'review' | 'suggest' | 'auto';

/** What somebody takes over of a suggestion. */
export interface TakenSuggestion {
  readonly analysisId: string;
  readonly fields: readonly ProposedField[];
}

/** What was read from the photos of one version of a post. */
export interface Analysis {
  readonly analysisId: string;
  /** Counts the analyses of a post. */
  readonly version: number;
  /** The `photosVersion` of the post that it read. */
  readonly photosVersion: number;
  readonly level: SuggestionLevel;
  readonly proposed: Partial<Proposed>;
}
