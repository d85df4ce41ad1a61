import { type FieldError, isCategory } from '@foundnow/kernel';
import { MOST_PHOTOS, type Photo } from '../photo/photo.ts';
import type { HouseRules } from './house-rules.ts';
import type { ItemReport, PostKind } from './item-report.ts';

/** Phones' clocks run ahead. */
const CLOCK_SLACK_MILLIS = 5 * 60_000;
/** Nobody asks for what is older; a year that a person mistyped is. */
const EARLIEST = new Date('1900-01-01T00:00:00Z');
const RADIUS = { least: 100, most: 50_000 };

/** Everything that cannot be right about a report, whichever way it came in. */
export function faultsOf(report: ItemReport, now: Date): FieldError[] {
  const { category, radiusMeters, occurredFrom, occurredTo, location } = report;
  return [
    ...fault(!isCategory(category), 'category', 'unknown', 'is not one of the categories'),
    ...fault(
      radiusMeters < RADIUS.least || radiusMeters > RADIUS.most,
      'radiusMeters',
      'out_of_range',
      `must be ${RADIUS.least} to ${RADIUS.most}`,
    ),
    ...fault(!isOnTheMap(location), 'location', 'out_of_range', 'must be a latitude and a longitude in degrees'),
    ...fault(occurredFrom > occurredTo, 'occurredFrom', 'after_occurred_to', 'must not be after occurredTo'),
    ...fault(occurredFrom < EARLIEST, 'occurredFrom', 'too_old', 'must not lie before 1900'),
    ...fault(
      occurredTo.getTime() > now.getTime() + CLOCK_SLACK_MILLIS,
      'occurredTo',
      'in_future',
      'must not lie in the future',
    ),
  ];
}

export function photoFaults(kind: PostKind, photos: readonly Photo[], house: HouseRules): FieldError[] {
  const missing = photos.length === 0 && needsPhoto(kind, house);
  return [
    ...fault(missing, 'photoUploadIds', 'required', 'needs a photo: your organization demands one of found items'),
    ...fault(photos.length > MOST_PHOTOS, 'photoUploadIds', 'too_many', `may name ${MOST_PHOTOS} photos at most`),
  ];
}

export function needsPhoto(kind: PostKind, { photoRequired }: HouseRules): boolean {
  return photoRequired && kind === 'found';
}

function fault(wrong: boolean, path: string, code: string, detail: string): FieldError[] {
  return wrong ? [{ path, code, detail }] : [];
}

function isOnTheMap({ lat, lng }: ItemReport['location']): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
}
