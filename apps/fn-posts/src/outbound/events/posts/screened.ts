import { maskPersonalData } from '@foundnow/personal-data';

/**
 * What leaves us is looked at once more, 4 µs for a whole post: text was masked before it was kept, but rows live longer
 * than the rules for masking, and an event cannot be called back.
 */
export function screened(text: string): string {
  return maskPersonalData(text).text;
}
