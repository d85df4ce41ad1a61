import type { FieldError } from '@foundnow/kernel';
import { CATEGORIES } from './category.ts';
import type { HouseRules } from './house-rules.ts';
import type { ItemReport, PostKind } from './item-report.ts';

/** Phones' clocks run ahead. */
const CLOCK_SLACK_MILLIS = 5 * 60_000;
const RADIUS = { least: 100, most: 50_000 };

/** Everything that cannot be right about a report, whichever way it came in. */
export function faultsOf(report: ItemReport, now: Date): FieldError[] {
  const { category, radiusMeters, occurredFrom, occurredTo, location } = report;
  return [
    ...fault(!CATEGORIES.includes(category), 'category', 'unknown', 'is not one of the categories'),
    ...fault(
      radiusMeters < RADIUS.least || radiusMeters > RADIUS.most,
      'radiusMeters',
      'out_of_range',
      `must be ${RADIUS.least} to ${RADIUS.most}`,
    ),
    ...fault(!isOnTheMap(location), 'location', 'out_of_range', 'must be a latitude and a longitude in degrees'),
    ...fault(occurredFrom > occurredTo, 'occurredFrom', 'after_occurred_to', 'must not be after occurredTo'),
    ...fault(
      occurredTo.getTime() > now.getTime() + CLOCK_SLACK_MILLIS,
      'occurredTo',
      'in_future',
      'must not lie in the future',
    ),
  ];
}

/** Photos cannot be taken in yet, so an organization that demands them takes in no found items. */
export function photoFaults(kind: PostKind, uploads: readonly string[], { photoRequired }: HouseRules): FieldError[] {
  const required = photoRequired && kind === 'found' && uploads.length === 0;
  return [
    ...fault(uploads.length > 0, 'photoUploadIds', 'unavailable', 'cannot be taken in yet: leave it empty'),
    ...fault(required, 'photoUploadIds', 'required', 'needs a photo: your organization demands one of found items'),
  ];
}

function fault(wrong: boolean, path: string, code: string, detail: string): FieldError[] {
  return wrong ? [{ path, code, detail }] : [];
}

function isOnTheMap({ lat, lng }: ItemReport['location']): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
}
