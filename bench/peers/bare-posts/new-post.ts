import { createHmac, randomBytes } from 'node:crypto';
import type { EventMap } from '@foundnow/contracts';
import { uuidv7 } from '@foundnow/kernel';
import { cellToLatLng, latLngToCell } from 'h3-js';
import type { Report } from './report-schema.ts';

type PostCreated = EventMap['post.created'];

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const DAYS_30 = 30 * 86_400_000;
const DEGREE = Math.PI / 180;

interface Point {
  readonly lat: number;
  readonly lng: number;
}

/** What the service works out for a new post, in one plain function. */
export function newPost(report: Report, authorId: string, key: Uint8Array): PostCreated {
  const now = Date.now();
  const id = uuidv7.next();
  return {
    postId: id,
    orgId: null,
    visibility: report.visibility,
    timeZone: report.timeZone,
    language: report.language,
    aggregateVersion: 1,
    occurredAt: now,
    actorId: authorId,
    authorId,
    kind: report.kind,
    status: 'active',
    title: report.title,
    description: report.description === '' ? null : report.description,
    category: report.category,
    tags: report.tags,
    attributes: report.attributes,
    identifiers: [],
    sealedIdentifiers: null,
    sealedProof: null,
    location: report.location,
    publicLocation: publicPlace(key, authorId, report.location),
    radiusMeters: report.radiusMeters,
    occurredFrom: Date.parse(report.occurredFrom),
    occurredTo: Date.parse(report.occurredTo),
    photos: [],
    photosVersion: 1,
    reward: report.reward,
    reference: report.kind === 'found' ? reference() : null,
    intake: 'self',
    createdAt: now,
    updatedAt: now,
    expiresAt: now + DAYS_30,
    batchId: null,
  };
}

function reference(): string {
  const letters = [...randomBytes(8)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** As the service draws it: a hashed step away from the middle of the cell. */
function publicPlace(key: Uint8Array, reporter: string, place: Point): Point {
  const cell = latLngToCell(place.lat, place.lng, 9);
  const digest = createHmac('sha256', key).update(`public-place:${reporter}:${cell}`).digest();
  const [lat, lng] = cellToLatLng(cell);
  const angle = (100 + (50 * digest.readUInt32BE(0)) / 0x1_0000_0000) / 6_371_008.8;
  const bearing = (360 * DEGREE * digest.readUInt32BE(4)) / 0x1_0000_0000;
  const sinLat =
    Math.sin(lat * DEGREE) * Math.cos(angle) + Math.cos(lat * DEGREE) * Math.sin(angle) * Math.cos(bearing);
  const east = Math.sin(bearing) * Math.sin(angle) * Math.cos(lat * DEGREE);
  const north = Math.cos(angle) - Math.sin(lat * DEGREE) * sinLat;
  return { lat: round4(Math.asin(sinLat) / DEGREE), lng: round4(lng + Math.atan2(east, north) / DEGREE) };
}

function round4(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}
