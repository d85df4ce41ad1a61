import { hasPortrait, isAboutOwner } from '@foundnow/kernel';
import type { Redaction, Region } from '../photo/region.ts';
import type { JudgedWriting } from '../text/judged-writing.ts';
import { isPlausible } from '../text/plausible.ts';
import type { Writing } from '../text/written-line.ts';
import { padded } from './cover.ts';

const WHOLE: Redaction = { kind: 'whole', regions: [] };
const NONE: Redaction = { kind: 'none', regions: [] };
/** A reader that says less of a line on a card may have missed the line beside it. */
const SURE = 0.6;
/** Strokes of a zip or a knitted hat come in threes; so many in a row are writing. */
const LIKE_WRITING = 6;
/** Where there are no more lines than a name tag has, so many letters are a name rather than a seam. */
const ALONE = 4;
const LIKE_NAME = 10;
/** So many would leave nothing to be recognised by. */
const MOST_REGIONS = 60;

/** What strangers must not see of a photo. In doubt papers and purses are hidden whole, other things line by line. */
export function decideRedaction(
  category: string,
  writing: Writing,
  judged: Pick<JudgedWriting, 'cover' | 'personal' | 'hasTravelDocument' | 'isAboutPerson'>,
): Redaction {
  if (hasPortrait(category) || judged.hasTravelDocument) return WHOLE;
  const isSensitive = isAboutOwner(category) || judged.isAboutPerson;
  if (isSensitive && isUnsure(writing)) return WHOLE;
  const isWritten = isSensitive || hasWriting(writing, judged);
  const regions = padded([...(isWritten ? judged.cover : []), ...doubtful(writing, isWritten)]);
  if (regions.length > MOST_REGIONS) return WHOLE;
  return regions.length === 0 ? NONE : { kind: 'regions', regions };
}

/** Without one word that can be made out, strokes are a pattern. */
function hasWriting({ lines }: Writing, { personal }: Pick<JudgedWriting, 'personal'>): boolean {
  return personal.length > 0 || lines.some(isPlausible);
}

/** Where there is writing, what could not be made out is writing as well; and what nobody has tried to read may be. */
function doubtful({ lines, unread }: Writing, isWritten: boolean): Region[] {
  const areAlone = new Set([...lines, ...unread].map(({ region }) => region.top)).size <= ALONE;
  return unread
    .filter(({ letters, tried }) => letters >= (isWritten || !tried ? LIKE_WRITING : areAlone ? LIKE_NAME : Infinity))
    .map(({ region }) => region);
}

/** On papers, in purses and on medicine there is something to read: having found nothing may be having missed it. */
function isUnsure({ lines, unread }: Writing): boolean {
  return unread.length > 0 || lines.length === 0 || lines.some(({ confidence }) => confidence < SURE);
}
