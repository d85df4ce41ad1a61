import type { Region } from '../photo/region.ts';
import type { PersonalText, ReadText } from '../photo/written-on-item.ts';
import type { Match } from './finders/match.ts';
import { announcesName, looksLikeName } from './finders/people.ts';
import { personalMatches } from './finders/personal-finders.ts';
import { findProductCodes } from './finders/product-codes.ts';
import { airlineOf } from './finders/travel.ts';
import type { PersonalScan } from './judged-writing.ts';
import { isPlausible } from './plausible.ts';
import { brandsOn } from './words/brands-on.ts';
import { couldBeName } from './words/could-be-name.ts';
import { isMarkOnly, itemWord } from './words/item-words.ts';
import { textOf, type WrittenLine } from './written-line.ts';

const SURE_WORD = 0.6;
const SURE_LINE = 0.5;
/** Fewer signs than this part of the letters that are there: some were not read, and may be a name. */
const COMPLETE = 0.6;
const LONGEST = 200;

export interface LineContext {
  readonly scan: PersonalScan;
  /** The line above, where cards have their labels. */
  readonly above: string;
  /** Papers and cards: nothing but lines that are wholly harmless is shown. */
  readonly isAboutOwner: boolean;
  readonly category: string;
  /** Product codes that bars vouch for. */
  readonly productCodes: ReadonlySet<string>;
}

export interface JudgedLine {
  readonly texts: readonly ReadText[];
  readonly personal: readonly PersonalText[];
  readonly matches: readonly Match[];
  readonly isHarmless: boolean;
}

export function judgeLine(line: WrittenLine, context: LineContext): JudgedLine {
  const text = textOf(line);
  const matches = personalMatches(text, context.scan);
  const unlisted = unlistedIn(line, context);
  const isHarmless = matches.length === 0 && unlisted.length === 0 && isComplete(line);
  if (matches.length > 0)
    return { texts: airlines(matches, line), personal: hints(matches, line), matches, isHarmless };
  const unknown =
    unlisted.length > 0 && line.confidence >= SURE_LINE && isPlausible(line) ? [unknownText(text, context)] : [];
  const texts = isHarmless || !context.isAboutOwner ? publicTexts(line, context, isHarmless) : [];
  return { texts, personal: hints(unknown, line), matches, isHarmless };
}

/** Words that are on no list: they may be anything, so they are nobody's to see. */
function unlistedIn(line: WrittenLine, context: LineContext): string[] {
  const words = line.words.map(({ text }) => text);
  const branded = new Set<number>();
  const isName = context.isAboutOwner && announcesName(context.above);
  for (const { from, words: count } of isName ? [] : brandsOn(words, context)) {
    for (let at = from; at < from + count; at += 1) branded.add(at);
  }
  if (vouched(textOf(line), context) !== undefined) return [];
  const others = words.filter((word, at) => !branded.has(at) && !isMarkOnly(word));
  if (branded.size === 0 && couldBeName(others)) return others;
  return others.filter((word) => itemWord(word, context.isAboutOwner) === null);
}

function vouched(text: string, { productCodes, isAboutOwner }: LineContext): string | undefined {
  if (isAboutOwner) return undefined;
  const [code] = findProductCodes(text);
  if (code === undefined) return undefined;
  const isBook = /^97[89]/.test(code.value) || /isbn/i.test(text);
  const rest = text.slice(0, code.start) + text.slice(code.end);
  return (isBook || productCodes.has(code.value)) && !/\d{3}/.test(rest) && rest.trim().length <= 8
    ? code.value
    : undefined;
}

function isComplete(line: WrittenLine): boolean {
  const signs = line.words.reduce((sum, { text }) => sum + text.length, 0);
  return line.confidence >= SURE_LINE && signs >= line.letters * COMPLETE;
}

function publicTexts(line: WrittenLine, context: LineContext, isHarmless: boolean): ReadText[] {
  const { confidence, region } = line;
  const code = vouched(textOf(line), context);
  if (code !== undefined) return [{ value: code, kind: 'product-code', confidence, region }];
  const words = line.words.map(({ text }) => text);
  const brands = brandsOn(words, context).map(({ name, from, words: count }) => ({
    value: name,
    kind: 'brand' as const,
    ...placed(line, from, count),
  }));
  const plain = isHarmless ? words.flatMap((word, at) => wordAt(line, itemWord(word, context.isAboutOwner), at)) : [];
  return [...brands, ...plain].filter(({ confidence: sure }) => sure >= SURE_WORD);
}

function wordAt(line: WrittenLine, listed: string | null, at: number): ReadText[] {
  return listed === null || listed.length < 3 ? [] : [{ value: listed, kind: 'word', ...placed(line, at, 1) }];
}

function placed(line: WrittenLine, from: number, count: number): { confidence: number; region: Region } {
  const words = line.words.slice(from, from + count);
  return {
    confidence: Math.min(...words.map(({ confidence }) => confidence)),
    region: words[0]?.region ?? line.region,
  };
}

function airlines(matches: readonly Match[], { confidence, region }: WrittenLine): ReadText[] {
  return matches.flatMap(({ kind, value }) => {
    const airline = kind === 'bag-tag' ? airlineOf(value) : undefined;
    return airline === undefined ? [] : [{ value: airline, kind: 'flight-tag' as const, confidence, region }];
  });
}

function unknownText(text: string, { above }: LineContext): Match {
  const whole = { value: text, start: 0, end: text.length };
  if (announcesName(above)) return { kind: 'name', ...whole };
  return looksLikeName(text) ?? { kind: 'text', ...whole };
}

function hints(matches: readonly Match[], { confidence, region }: WrittenLine): PersonalText[] {
  return matches.map(({ kind, value }) => ({ kind, value: value.slice(0, LONGEST), confidence, region }));
}
