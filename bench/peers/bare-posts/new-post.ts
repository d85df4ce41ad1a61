import { createHmac, randomBytes } from 'node:crypto';
import type { EventMap } from '@foundnow/contracts';
import { uuidv7 } from '@foundnow/kernel';
import type { Report } from './report-schema.ts';

type PostCreated = EventMap['post.created'];

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const DAYS_30 = 30 * 86_400_000;
const DEGREE = Math.PI / 180;
const KEY = randomBytes(32);

/** What the service works out for a new post, in one plain function. */
export function newPost(report: Report, authorId: string): PostCreated {
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
    tags: [],
    attributes: report.attributes,
    identifiers: [],
    sealedIdentifiers: null,
    sealedProof: null,
    location: report.location,
    publicLocation: publicPlace(id, report.location),
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

function publicPlace(postId: string, { lat, lng }: { lat: number; lng: number }): { lat: number; lng: number } {
  const digest = createHmac('sha256', KEY).update(`public-place:${postId}`).digest();
  const angle = (150 + (100 * digest.readUInt32BE(0)) / 0x1_0000_0000) / 6_371_008.8;
  const bearing = (360 * DEGREE * digest.readUInt32BE(4)) / 0x1_0000_0000;
  const dLat = (angle * Math.cos(bearing)) / DEGREE;
  const dLng = (angle * Math.sin(bearing)) / DEGREE / Math.cos(lat * DEGREE);
  return { lat: Math.round((lat + dLat) * 1e5) / 1e5, lng: Math.round((lng + dLng) * 1e5) / 1e5 };
}
