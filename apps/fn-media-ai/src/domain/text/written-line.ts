import type { Region } from '../photo/region.ts';

/** A word as it was read, before anybody judged whether it may be shown. */
export interface WrittenWord {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly region: Region;
}

export interface WrittenLine {
  readonly words: readonly WrittenWord[];
  /** 0 to 1, long words counting more. */
  readonly confidence: number;
  readonly region: Region;
  /** Letters that its strokes suggest. */
  readonly letters: number;
}

/** What was made out in a photo, and where writing was seen that could not be made out. */
export interface Writing {
  readonly lines: readonly WrittenLine[];
  readonly unread: readonly UnreadLine[];
}

export interface UnreadLine {
  readonly region: Region;
  /** Letters that its strokes suggest. */
  readonly letters: number;
  /** False where time ran out before anybody looked closer. */
  readonly tried: boolean;
}

export function textOf({ words }: Pick<WrittenLine, 'words'>): string {
  return words.map(({ text }) => text).join(' ');
}
