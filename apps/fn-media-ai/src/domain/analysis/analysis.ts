export type AnalysisLevel = 'none' | 'review' | 'suggest' | 'auto';

/** A proposed value, how sure it is, and the stages that speak for it. */
export interface Suggestion {
  readonly value: string;
  readonly confidence: number;
  readonly sources: readonly string[];
}

export interface Tag {
  readonly name: string;
  readonly confidence: number;
  readonly source: string;
}

export interface SeenObject {
  readonly name: string;
  readonly confidence: number;
  readonly photoId: string;
}

export interface ItemColor {
  readonly name: string;
  readonly share: number;
  readonly hex: string | null;
}

export interface PublicText {
  readonly value: string;
  readonly kind: string;
  readonly confidence: number;
  readonly photoId: string;
}

export interface ModelUse {
  readonly stage: string;
  readonly provider: string;
  readonly model: string;
  readonly promptVersion: string | null;
}

export const SUGGESTED_FIELDS = ['category', 'title', 'description', 'brand', 'model', 'material'] as const;
export type SuggestedField = (typeof SUGGESTED_FIELDS)[number];

/** What all photos of a post say together. */
export interface Analysis extends Readonly<Record<SuggestedField, Suggestion | null>> {
  readonly level: AnalysisLevel;
  /** Overall, 0 to 1. */
  readonly confidence: number;
  /** Made, at least in part, without a vision model. */
  readonly degraded: boolean;
  readonly models: readonly ModelUse[];
  readonly tags: readonly Tag[];
  readonly objects: readonly SeenObject[];
  readonly colors: readonly ItemColor[];
  readonly text: readonly PublicText[];
}
