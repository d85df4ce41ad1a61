import type { ReaderSettings } from '../process/order.ts';
import type { FurtherStages } from '../read-photo.ts';

/** What a reader does beside measuring pixels. */
export function furtherStages(_settings: ReaderSettings): FurtherStages {
  return {
    // Nobody looks for writing yet, so there may be some anywhere: nothing is shown.
    writing: async () => ({
      codes: [],
      texts: [],
      personal: [],
      redaction: { kind: 'whole', regions: [] },
      stages: [],
    }),
  };
}
