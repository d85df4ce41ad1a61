export const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt'] as const;
export type Language = (typeof LANGUAGES)[number];

export const SPLITS = ['train', 'validation', 'test'] as const;
export type Split = (typeof SPLITS)[number];

export type Kind = 'lost' | 'found';

export interface PhotoAnalysis {
  readonly tags: ReadonlyArray<{ readonly name: string; readonly confidence: number }>;
  readonly colors: ReadonlyArray<{ readonly name: string; readonly share: number }>;
  readonly text: ReadonlyArray<{ readonly value: string; readonly confidence: number }>;
}

/** One line of posts.jsonl. */
export interface Post {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly description: string | null;
  readonly category: string;
  readonly attributes: {
    readonly brand: string | null;
    readonly model: string | null;
    readonly color: readonly string[];
    readonly material: string | null;
    readonly marks: string | null;
  };
  readonly location: { readonly lat: number; readonly lng: number };
  readonly radiusMeters: number;
  readonly occurredFrom: string;
  readonly occurredTo: string;
  readonly reportedAt: string;
  readonly language: Language;
  readonly analysis: PhotoAnalysis | null;
}

/** One line of truth.jsonl. */
export interface Truth {
  readonly lostId: string;
  readonly foundId: string;
}
