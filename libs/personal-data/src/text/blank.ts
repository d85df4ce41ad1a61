import type { Span } from '../personal-data.ts';

/** Stands for text that has been judged: no letter, no digit, no space, and as long as what it covers. */
const COVER = '\u0001';

export function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(at, start), COVER.repeat(end - start));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

export function blankAll(text: string, pattern: RegExp): string {
  return text.replace(pattern, (hit) => COVER.repeat(hit.length));
}
