import { isAboutOwner } from '@foundnow/kernel';
import type { PersonalText, ReadCode, ReadText } from '../photo/written-on-item.ts';
import { personalMatches, provesPerson } from './finders/personal-finders.ts';
import { judgeCodes } from './judge-codes.ts';
import { judgeLine, type JudgedLine } from './judge-line.ts';
import type { JudgedWriting, PersonalScan } from './judged-writing.ts';
import { machineReadable } from './mrz/mrz-lines.ts';
import { readMrz } from './mrz/read-mrz.ts';
import { textOf, type WrittenLine, type Writing } from './written-line.ts';

/** Divides what was read: an allow-list for strangers, everything else for fn-matcher's eyes or nobody's. */
export function judgeWriting(
  { lines }: Writing,
  codes: readonly ReadCode[],
  category: string,
  scan: PersonalScan,
): JudgedWriting {
  const ordered = lines.toSorted((a, b) => a.region.top - b.region.top).map((line) => cleaned(line));
  const zone = ordered.flatMap((line) => machineReadable(textOf(line)) ?? []);
  const isAboutPerson =
    zone.length > 0 || ordered.some((line) => personalMatches(textOf(line), scan).some(provesPerson));
  const careful = isAboutPerson || isAboutOwner(category);
  const judgedCodes = judgeCodes(codes, careful, scan);
  const judged = ordered.map((line, at) =>
    judgeLine(line, {
      scan,
      above: textOf(ordered[at - 1] ?? { words: [] }),
      isAboutOwner: careful,
      category,
      productCodes: new Set(judgedCodes.products.map(({ value }) => value)),
    }),
  );
  const covered = ordered.filter((_, at) => judged[at]?.isHarmless !== true);
  return {
    codes: judgedCodes.products,
    texts: once([...judgedCodes.texts, ...judged.flatMap(({ texts }) => texts)]),
    personal: once([...travelDocument(zone, ordered), ...judgedCodes.personal, ...personalOf(judged, ordered)]),
    cover: [...judgedCodes.cover, ...covered.map(({ region }) => region)],
    hasTravelDocument: zone.length > 0,
    isAboutPerson,
  };
}

/** Lines of the zone are hints by their fields, not as they stand. */
function personalOf(judged: readonly JudgedLine[], lines: readonly WrittenLine[]): PersonalText[] {
  return judged.flatMap(({ personal }, at) =>
    machineReadable(textOf(lines[at] ?? { words: [] })) === null ? personal : [],
  );
}

function travelDocument(zone: readonly string[], lines: readonly WrittenLine[]): PersonalText[] {
  const { number, birthDate, expiry, name } = readMrz(zone);
  const line = lines.find((candidate) => machineReadable(textOf(candidate)) !== null);
  if (line === undefined) return [];
  const fields = { 'document-number': number, 'birth-date': birthDate, expiry, name };
  const found = Object.entries(fields).flatMap(([kind, value]) => (value === null ? [] : [{ kind, value }]));
  const hints = found.length > 0 ? found : [{ kind: 'mrz', value: zone.join('\n') }];
  return hints.map((hint) => ({ ...hint, confidence: line.confidence, region: line.region }));
}

/** What a reader makes of strokes can hold anything. */
function cleaned(line: WrittenLine): WrittenLine {
  const words = line.words.map((word) => ({ ...word, text: word.text.replaceAll(/[\p{C}\p{Z}]+/gu, '') }));
  return { ...line, words: words.filter(({ text }) => text !== '') };
}

/** The same text twice in a photo is one finding. */
function once<Text extends ReadText | PersonalText>(texts: readonly Text[]): Text[] {
  const first = new Map<string, Text>();
  for (const text of texts) {
    const key = `${text.kind} ${text.value}`;
    if (!first.has(key)) first.set(key, text);
  }
  return [...first.values()];
}
