// Generated from schemas/ by `npm run generate`. Change the schemas, not this file.

/** The photos of a post were read. */
export interface PostEnhanced {
  /** The post. */
  readonly postId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the analysis of the post after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who reported the item; null once the author was erased. */
  readonly authorId: string | null;
  /** Lost or found. */
  readonly kind: PostKind;
  /** This analysis. */
  readonly analysisId: string;
  /** The one it replaces. */
  readonly supersedesAnalysisId: string | null;
  /** Version of the post that was read. */
  readonly postVersion: number;
  /** photosVersion of the post that was read; older than the post stands at: ignore. */
  readonly photosVersion: number;
  /** How far the suggestions may go by themselves. */
  readonly level: EnhancementLevel;
  /** Overall, 0 to 1. */
  readonly confidence: number;
  /** Made without a vision model. */
  readonly degraded: boolean;
  /** Version of the stages. */
  readonly pipelineVersion: string;
  /** Who did which stage. */
  readonly models: readonly ModelUse[];
  /** Proposed category. */
  readonly category: Suggestion | null;
  /** Proposed headline. */
  readonly title: Suggestion | null;
  /** Proposed text. */
  readonly description: Suggestion | null;
  /** Proposed maker. */
  readonly brand: Suggestion | null;
  /** Proposed model. */
  readonly model: Suggestion | null;
  /** Proposed material. */
  readonly material: Suggestion | null;
  /** Words for the item. */
  readonly tags: readonly Tag[];
  /** Things in the photos. */
  readonly objects: readonly DetectedObject[];
  /** Colours of the item, the main one first. */
  readonly colors: readonly ColorShare[];
  /** Text that names nobody. */
  readonly text: readonly RecognizedText[];
  /** What each photo gave. */
  readonly photos: readonly EnhancedPhoto[];
  /** Photos that could not be read. */
  readonly failedPhotoIds: readonly string[];
  /** JWE: identifiers, names and other personal text read from the photos, as proof hints. Only matcher opens it. */
  readonly sealedHints: string | null;
}

/** Who may read. What a reader does not know it treats as private. */
export type Visibility = 'unknown' | 'public' | 'organization' | 'private';

/** Lost or found. */
export type PostKind = 'unknown' | 'lost' | 'found';

/** How far the suggestions may go by themselves. */
export type EnhancementLevel = 'unknown' | 'none' | 'review' | 'suggest' | 'auto';

/** Who did a stage. */
export interface ModelUse {
  /** Stage of the pipeline. */
  readonly stage: string;
  /** local, claude, google-vision. */
  readonly provider: string;
  /** Model and version. */
  readonly model: string;
  /** Version of the prompt. */
  readonly promptVersion: string | null;
}

/** A proposed value. */
export interface Suggestion {
  /** What is proposed, scanned for personal data. */
  readonly value: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Stages that speak for it. */
  readonly sources: readonly string[];
}

/** A word for the item. */
export interface Tag {
  /** The word, in English. */
  readonly name: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Stage that found it. */
  readonly source: string;
}

/** A thing in a photo. */
export interface DetectedObject {
  /** What it is. */
  readonly name: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** The photo. */
  readonly photoId: string;
}

/** A colour of the item. */
export interface ColorShare {
  /** Colour word, in English. */
  readonly name: string;
  /** Part of the item, 0 to 1. */
  readonly share: number;
  /** sRGB: #1b2a49. */
  readonly hex: string | null;
}

/** Text that names nobody. */
export interface RecognizedText {
  /** The text. */
  readonly value: string;
  /** word, brand, product-code, flight-tag. */
  readonly kind: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** The photo. */
  readonly photoId: string;
}

/** What one photo gave. */
export interface EnhancedPhoto {
  /** The photo. */
  readonly photoId: string;
  /** none = nothing to hide, regions, whole. */
  readonly redaction: string;
  /** Redacted forms that may be shown. */
  readonly publicVariants: readonly PhotoVariant[];
  /** Measured quality. */
  readonly quality: PhotoQuality | null;
  /** What the reporter can do better: too_dark, blurred, too_small, overexposed. */
  readonly qualityHints: readonly string[];
  /** For re-posts of one photo. */
  readonly hashes: readonly PhotoHash[];
  /** For comparing looks. */
  readonly vectors: readonly VisualVector[];
}

/** One stored size of a redacted photo. */
export interface PhotoVariant {
  /** Longest edge in pixels, as text: 320, 1280. */
  readonly name: string;
  /** Key in the object store; readers sign it, they never build it. */
  readonly objectKey: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

/** Measured quality. */
export interface PhotoQuality {
  /** 0 to 1. */
  readonly sharpness: number;
  /** 0 to 1. */
  readonly exposure: number;
  /** 0 to 1. */
  readonly contrast: number;
  /** 0 to 1. */
  readonly noise: number;
}

/** Says "same photo", never "same object". */
export interface PhotoHash {
  /** pdq, dhash. */
  readonly algorithm: string;
  /** Hex. */
  readonly value: string;
}

/** What the item looks like. */
export interface VisualVector {
  /** Only vectors of one model compare. */
  readonly model: string;
  /** Unit length. */
  readonly values: readonly number[];
}

/** A photo could not be read; the rest of the post went on. */
export interface PhotoFailed {
  /** The post. */
  readonly postId: string;
  /** The photo. */
  readonly photoId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the analysis of the post after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who reported the item; null once the author was erased. */
  readonly authorId: string | null;
  /** Lost or found. */
  readonly kind: PostKind;
  /** Version of the post that was read. */
  readonly postVersion: number;
  /** photosVersion of the post that was read. */
  readonly photosVersion: number;
  /** Where it failed: fetch, decode, redact, vision. */
  readonly stage: string;
  /** Why: unreadable, missing, too_large, timeout, provider_refused. */
  readonly reason: string;
  /** Tries. */
  readonly attempts: number;
  /** Whether trying again is pointless. */
  readonly permanent: boolean;
}
