import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { EventMap } from '@foundnow/contracts';
import fastify from 'fastify';
import type { JSONWebKeySet } from 'jose';
import pg from 'pg';
import { masked } from './masked.ts';
import { newPost } from './new-post.ts';
import { reportSchema } from './report-schema.ts';
import { savePost } from './statements.ts';
import { tokenCheck } from './token-check.ts';

/** What somebody in a hurry would write: Fastify, pg, zod and jose, and nothing between them. */

type Name = 'PORT' | 'DATABASE_URL' | 'JWKS_URL' | 'TOKEN_ISSUER' | 'TOKEN_AUDIENCE' | 'PUBLIC_PLACE_KEY';
const env = process.env as Record<Name, string>;
const jwks = JSON.parse(readFileSync(new URL(env.JWKS_URL), 'utf8')) as JSONWebKeySet;
const userOf = tokenCheck(jwks, env.TOKEN_ISSUER, env.TOKEN_AUDIENCE);
const placeKey = Buffer.from(env.PUBLIC_PLACE_KEY, 'base64');
const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 10 });
const app = fastify();

app.post('/api/v1/posts', async (request, reply) => {
  const user = await userOf(request.headers.authorization);
  if (user === undefined) return reply.code(401).send();
  const checked = reportSchema.safeParse(request.body);
  if (!checked.success) return reply.code(400).send();
  const requestId = randomUUID();
  const { report, warnings } = masked(checked.data);
  const post = newPost(report, user, placeKey);
  await savePost(pool, post, requestId);
  return reply
    .code(201)
    .header('x-request-id', requestId)
    .send({ ...answerOf(post), warnings });
});

app.get('/health/live', () => 'ok');

await app.listen({ port: Number(env.PORT), host: '127.0.0.1' });

process.once('SIGTERM', () => {
  void app.close().then(() => pool.end());
});

function answerOf(post: EventMap['post.created']) {
  const { lat, lng, address } = post.location;
  return {
    id: post.postId,
    version: post.aggregateVersion,
    kind: post.kind,
    status: post.status,
    title: post.title,
    description: post.description ?? '',
    category: post.category,
    tags: post.tags,
    photos: post.photos,
    attributes: post.attributes,
    place: { lat, lng, exact: true },
    address,
    radiusMeters: post.radiusMeters,
    occurredFrom: iso(post.occurredFrom),
    occurredTo: iso(post.occurredTo),
    timeZone: post.timeZone,
    visibility: post.visibility,
    language: post.language,
    reward: post.reward,
    reference: post.reference,
    createdAt: iso(post.createdAt),
    updatedAt: iso(post.updatedAt),
    expiresAt: iso(post.expiresAt),
    identifierTypes: [],
    proofQuestions: [],
    suggestion: null,
  };
}

function iso(millis: number | null): string | null {
  return millis === null ? null : new Date(millis).toISOString();
}
