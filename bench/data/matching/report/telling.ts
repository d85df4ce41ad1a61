import type { Kind, Language, Split } from '../post.ts';
import type { Incident } from '../world/incident.ts';
import type { Item } from '../world/item.ts';
import type { Window } from './window.ts';

/** What happened, and who tells of it. */
export interface Telling {
  readonly item: Item;
  readonly incident: Incident;
  readonly kind: Kind;
  readonly language: Language;
  readonly window: Window;
  readonly split: Split;
}
