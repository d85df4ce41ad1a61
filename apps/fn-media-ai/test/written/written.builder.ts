import type { Writing, WrittenLine } from '../../src/domain/text/written-line.ts';

/** Lines under each other, as a reader would have made them out. */
export function writingOf(texts: readonly string[], confidence = 0.95): Writing {
  return { lines: texts.map((text, at) => lineOf(text, at / texts.length, confidence)), unread: [] };
}

function lineOf(text: string, top: number, confidence: number): WrittenLine {
  const region = { left: 0.1, top, width: 0.5, height: 0.04 };
  const words = text.split(' ').map((word) => ({ text: word, confidence, region }));
  return { words, confidence, region, letters: text.replaceAll(' ', '').length };
}
