import type { GeoPoint } from '../geo-point.ts';
import type { PostState } from './post-state.ts';
import { NO_SECRETS } from './secrets.ts';

/** A region of some ten kilometres, as wide as the place may still be told. */
const TENTH = 10;
const WIDTH_METERS = 10_000;

/** All that leaves no trace of what somebody said, or of who it was. Its photos are told of once more before they go. */
export function traceless({ publicPlace, occurredFrom, createdAt }: PostState): Partial<PostState> {
  const region = regionOf(publicPlace);
  const month = monthOf(occurredFrom);
  return {
    ...NO_SECRETS,
    status: 'deleted',
    title: '',
    description: '',
    tags: [],
    attributes: { brand: null, model: null, color: [], material: null, marks: null },
    location: { ...region, accuracyMeters: null, address: null },
    publicPlace: region,
    radiusMeters: WIDTH_METERS,
    occurredFrom: month,
    occurredTo: month,
    createdAt: monthOf(createdAt),
    visibility: 'private',
    language: 'und',
    reward: null,
    reference: null,
    authorId: null,
    suggestion: null,
    expiresAt: null,
    dueAt: null,
    closedAt: null,
  };
}

/** Her own acts become those of nobody. */
export function withoutPerson(post: PostState, personId: string): PostState {
  const { authorId, lastChange } = post;
  const by = lastChange.by === personId ? null : lastChange.by;
  return { ...post, authorId: authorId === personId ? null : authorId, lastChange: { ...lastChange, by } };
}

function regionOf({ lat, lng }: GeoPoint): GeoPoint {
  return { lat: rounded(lat), lng: rounded(lng) };
}

/** Without the minus of a zero. */
function rounded(degrees: number): number {
  return Math.round(degrees * TENTH) / TENTH + 0;
}

function monthOf(time: Date): Date {
  return new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth()));
}
