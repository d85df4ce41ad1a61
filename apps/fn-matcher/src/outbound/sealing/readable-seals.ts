import type { Opener, SealedPlace } from '@foundnow/crypto';
import { DomainError } from '@foundnow/kernel';
import type { z } from 'zod';

/** A value that cannot be opened is done without, and said so: no retry makes it readable. */
export class ReadableSeals {
  constructor(
    private readonly opener: Pick<Opener, 'open'>,
    private readonly onUnreadable: (error: unknown) => void,
  ) {}

  async read<T>(sealed: string | null, place: SealedPlace, shape: z.ZodType<T>): Promise<T | null> {
    if (sealed === null) return null;
    try {
      const read = shape.safeParse(await this.opener.open(sealed, place));
      if (read.success) return read.data;
      throw new DomainError('sealed.malformed', 'internal', `What was sealed as ${place.field} has another form.`);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'internal') throw error;
      this.onUnreadable(error);
      return null;
    }
  }
}
