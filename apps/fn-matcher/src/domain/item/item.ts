/** What the matcher knows of one post. */
export interface Item {
  readonly id: string;
  readonly kind: 'lost' | 'found';
  readonly category: string;
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly attributes: ItemAttributes;
  readonly place: ItemPlace;
  /** The blurred point that strangers may see. */
  readonly publicPlace?: { readonly lat: number; readonly lng: number };
  readonly radiusMeters: number;
  /** These three in ms since the epoch. */
  readonly occurredFrom: number;
  readonly occurredTo: number;
  readonly reportedAt: number;
  readonly identifiers: readonly ItemIdentifier[];
  readonly analysis: ItemAnalysis | null;
}

export interface ItemAttributes {
  readonly brand: string | null;
  readonly model: string | null;
  /** The main one first. */
  readonly color: readonly string[];
  readonly material: string | null;
  readonly marks: string | null;
}

export interface ItemPlace {
  readonly lat: number;
  readonly lng: number;
  readonly accuracyMeters: number | null;
}

/** A serial number that can be compared and not read: keyed hashes only. */
export interface ItemIdentifier {
  readonly type: string;
  readonly exact: readonly string[];
  /** Of the forms with one character left out: two numbers that share one are a slip apart. */
  readonly near: readonly string[];
}

/** What the photos of the post show. */
export interface ItemAnalysis {
  readonly category: Sighting | null;
  readonly brand: Sighting | null;
  readonly model: Sighting | null;
  readonly material: Sighting | null;
  readonly tags: readonly { readonly name: string; readonly confidence: number }[];
  readonly colors: readonly { readonly name: string; readonly share: number }[];
  readonly text: readonly Sighting[];
  readonly hashes: readonly PhotoHash[];
  readonly vectors: readonly VisualVector[];
  /** From the sealed hints. */
  readonly identifiers: readonly ItemIdentifier[];
}

export interface Sighting {
  readonly value: string;
  readonly confidence: number;
}

export interface PhotoHash {
  readonly algorithm: string;
  /** Hex. */
  readonly value: string;
}

export interface VisualVector {
  /** Only vectors of one model compare. */
  readonly model: string;
  readonly values: Float32Array;
}
