import type { Span } from '../personal-data.ts';

const DOMAIN = /@(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,8}(?:xn--[a-z0-9-]{2,59}|\p{L}{2,24})/giu;
const LOCAL = /(?<=([\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{0,63}[\p{L}\p{N}_+-]))/uy;

/** name@example.org */
export function writtenAddresses(text: string): Span[] {
  return [...text.matchAll(DOMAIN)].flatMap(({ 0: domain, index }) => {
    const local = textBefore(text, index, LOCAL);
    return local === undefined ? [] : { start: index - local.length, end: index + domain.length };
  });
}

/** What a sticky look-behind with one group sees in front of a place: read backwards, so long texts cost nothing. */
export function textBefore(text: string, index: number, pattern: RegExp): string | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[1];
}
