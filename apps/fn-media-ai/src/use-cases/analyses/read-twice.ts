import { DomainError } from '@foundnow/kernel';
import { photoUnreadable } from '../../domain/analysis/analysis-errors.ts';

/** What ends a reader may be another photo beside it, or a moment without memory; twice, it is the photo. */
export async function readTwice<Read>(read: () => Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch (error) {
    if (!endsReaders(error)) throw error;
  }
  try {
    return await read();
  } catch (error) {
    throw endsReaders(error) ? photoUnreadable(error) : error;
  }
}

function endsReaders(error: unknown): boolean {
  return error instanceof DomainError && ['photo.reader_died', 'photo.took_too_long'].includes(error.code);
}
