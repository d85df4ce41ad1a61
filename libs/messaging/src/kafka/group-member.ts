import type { Slot } from './slot.ts';

export interface GroupMember {
  readonly id: string;
  readonly topics: readonly string[];
  /** What it held until now. */
  readonly held: readonly Slot[];
}
