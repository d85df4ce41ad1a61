import type { VisionFinding } from '../domain/vision/vision-finding.ts';

/** A photo and what its post says of it, as a model is asked. */
export interface VisionQuestion {
  /** The redacted form: what strangers must not see, a provider does not see either. At most 1,600 pixels an edge. */
  readonly image: Uint8Array;
  readonly contentType: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly width: number;
  readonly height: number;
  /** Whose photo it is, for which an answer is kept until it is gone; null: none is kept. It goes to nobody. */
  readonly postId: string | null;
  /** SHA-256 of the original in hex, as fn-posts published it: by this an answer is kept, and forgotten. */
  readonly photoSha256: string;
  readonly kind: 'lost' | 'found';
  /** What the author chose; empty when nobody said. */
  readonly category: string;
  /** BCP 47: in which language a title and a description are proposed. */
  readonly language: string;
  readonly title: string;
  readonly description: string | null;
}

export interface VisionAnswer {
  readonly finding: VisionFinding;
  /** Millionths of the currency that prices and budget are in. */
  readonly costMicros: number;
  /** Kinds of what leads to a person and had to be taken out of it; never what it was. */
  readonly withheld: readonly string[];
}

/** A service that says what a photo shows. */
export interface VisionProvider {
  /** As it goes out in events: claude, google-vision. */
  readonly name: string;
  readonly model: string;
  /** Null: it takes no prompt. */
  readonly promptVersion: string | null;
  /** The most that one attempt at this question can cost. */
  estimateMicros(question: VisionQuestion): number;
  /** One attempt. Rejects with VisionFailure, or with the signal's reason. */
  look(question: VisionQuestion, signal: AbortSignal): Promise<VisionAnswer>;
  close(): Promise<void>;
}
