import { randomUUID } from 'node:crypto';
import { encodeEvent, type EventMap } from '@foundnow/contracts';
import { uuidv7 } from '@foundnow/kernel';
import { shardOf } from '@foundnow/outbox';
import { latLngToCell } from 'h3-js';
import type { Pool } from 'pg';
import { screened } from './masked.ts';

type PostCreated = EventMap['post.created'];

const NOTICE_MILLIS = 3 * 86_400_000;

const POST_COLUMNS = `id version kind status title description category tags attributes lat lng accuracy_meters address
  public_lat public_lng cell5 cell7 radius_meters occurred_from occurred_to time_zone visibility language
  reward_amount_minor reward_currency identifiers proof_questions reference author_id org_id intake photos photos_version
  created_at updated_at expires_at due_at change changed_by changed_fields`.split(/\s+/);
const PLACES = POST_COLUMNS.map((_, index) => `$${index + 1}`);
const WORDS = `array_to_tsvector($${POST_COLUMNS.length + 1}::text[])`;
const INSERT_POST = `insert into posts.post (${POST_COLUMNS.join(', ')}, words) values (${PLACES.join(', ')}, ${WORDS})`;
const INSERT_EVENT = `insert into posts.outbox
  (shard, topic, key, event_id, type, record_name, version, attributes, body)
  values ($1, 'posts.events', $2, $3, 'post.created', $4, $5, $6, $7)`;

/** The statements of the service, on one connection of a plain pool: scope, post, event, commit. */
export async function savePost(pool: Pool, post: PostCreated, requestId: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(
      `BEGIN;SET LOCAL app.org='';SET LOCAL app."user"='${post.authorId}';SET LOCAL app.worker='';SET LOCAL app.public_reads=''`,
    );
    await client.query({ name: 'post', text: INSERT_POST, values: postValues(post) });
    await client.query({ name: 'event', text: INSERT_EVENT, values: eventValues(post, requestId) });
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

function postValues(post: PostCreated): unknown[] {
  const { location, publicLocation, reward } = post;
  return [
    post.postId,
    post.aggregateVersion,
    post.kind,
    post.status,
    post.title,
    post.description ?? '',
    post.category,
    post.tags,
    post.attributes,
    location.lat,
    location.lng,
    location.accuracyMeters,
    location.address,
    publicLocation.lat,
    publicLocation.lng,
    cell(publicLocation, 5),
    cell(publicLocation, 7),
    post.radiusMeters,
    toDate(post.occurredFrom),
    toDate(post.occurredTo),
    post.timeZone,
    post.visibility,
    post.language,
    reward?.amountMinor ?? null,
    reward?.currency ?? null,
    '[]',
    [],
    post.reference,
    post.authorId,
    post.orgId,
    post.intake,
    '[]',
    post.photosVersion,
    toDate(post.createdAt),
    toDate(post.updatedAt),
    toDate(post.expiresAt),
    toDate(post.expiresAt && post.expiresAt - NOTICE_MILLIS),
    'reported',
    post.authorId,
    [],
    searchedWords(post),
  ];
}

function searchedWords({ title, description, tags, attributes }: PostCreated): string[] {
  const { brand, model, color, material, marks } = attributes;
  const text = [title, description, ...tags, brand, model, ...color, material, marks].join(' ');
  return [
    ...new Set(
      text
        .normalize('NFKC')
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}]+/gu),
    ),
  ];
}

function cell({ lat, lng }: PostCreated['publicLocation'], resolution: number): string {
  return BigInt(`0x${latLngToCell(lat, lng, resolution)}`).toString();
}

function trace(): string {
  return `00-${randomUUID().replaceAll('-', '')}-${randomUUID().replaceAll('-', '').slice(16)}-01`;
}

function toDate(millis: number | null): Date | null {
  return millis === null ? null : new Date(millis);
}

function eventValues(post: PostCreated, correlationId: string): unknown[] {
  const { recordName, version, body } = encodeEvent('post.created', screened(post));
  const time = new Date(post.createdAt).toISOString();
  const origin = { source: '/foundnow/fn-posts', time, subject: post.postId, correlationId, traceparent: trace() };
  const attributes = JSON.stringify(origin);
  return [shardOf(post.postId), post.postId, uuidv7.next(), recordName, version, attributes, body];
}
