import { type RecipientKeys, sealFor } from '@foundnow/crypto';
import type { PersonalText } from '../../domain/photo/written-on-item.ts';
import type { HintSealer } from '../../use-cases/photos/hint-sealer.port.ts';

const RECIPIENT = 'matcher';
const TOPIC = 'media-ai.events';
const FIELD = 'sealedHints';
/** Of one photo, the surest: an event has its limits. */
const MOST_HINTS = 100;

/**
 * What only fn-matcher opens. Of each photo `[{kind, value, confidence}]` is closed when it is read, because nobody here
 * can open it again; the field of the event holds `[{photoId, hints}]` of those, closed once more.
 */
export class SealedHints implements HintSealer {
  constructor(private readonly keys: RecipientKeys) {}

  async sealPhoto(postId: string, personal: readonly PersonalText[]): Promise<string | null> {
    const hints = personal
      .toSorted((a, b) => b.confidence - a.confidence)
      .slice(0, MOST_HINTS)
      .map(({ kind, value, confidence }) => ({ kind, value, confidence }));
    return this.#close(postId, hints);
  }

  async sealPost(
    postId: string,
    photos: ReadonlyArray<{ readonly photoId: string; readonly sealedHints: string | null }>,
  ): Promise<string | null> {
    const all = photos.flatMap(({ photoId, sealedHints: hints }) => (hints === null ? [] : [{ photoId, hints }]));
    return this.#close(postId, all);
  }

  async #close(subject: string, hints: readonly object[]): Promise<string | null> {
    if (hints.length === 0) return null;
    return sealFor(this.keys, RECIPIENT, { topic: TOPIC, field: FIELD, subject }, hints);
  }
}
