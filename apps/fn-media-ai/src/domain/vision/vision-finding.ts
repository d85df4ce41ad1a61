/** A value that a model proposes, and how sure it says it is, 0 to 1. */
export interface Proposed {
  readonly value: string;
  readonly confidence: number;
}

/**
 * What a vision model made of one photo, after it was checked: only known categories, short plain text without contact
 * data, confidence within 0 and 1. It describes; there is nothing in it that could ask for anything.
 */
export interface VisionFinding {
  /** `group.item` of the house's list. */
  readonly category: Proposed | null;
  readonly title: Proposed | null;
  readonly description: Proposed | null;
  readonly brand: Proposed | null;
  readonly model: Proposed | null;
  readonly material: Proposed | null;
  /** Words for the item, in English. */
  readonly tags: readonly Proposed[];
  /** Things in the photo, in English. */
  readonly objects: readonly Proposed[];
  /** Color words, the main one first. */
  readonly colors: readonly Proposed[];
  /** Printed on the item: makes and product names, nothing of a person. */
  readonly texts: readonly Proposed[];
  /** Nudity, injury or the like: for a person to look at before others see it. */
  readonly sensitive: boolean;
}
