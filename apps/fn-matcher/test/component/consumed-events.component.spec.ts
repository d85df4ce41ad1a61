import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sealFor } from '@foundnow/crypto';
import type { EventMap, EventName } from '@foundnow/contracts';
import { goldenExample, goldenExamples } from '@foundnow/contracts/testing';
import { eventMessage, listDeadLetters } from '@foundnow/messaging';
import { withClient } from '@foundnow/postgres';
import { readEvents } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import { fnMatcher } from '../../src/service.ts';
import { type MatcherUnderTest, startMatcher } from '../start-matcher.ts';

const SOURCE = '/foundnow/spec';
const PATIENCE = { timeoutMs: 60_000, intervalMs: 50 };
const CONSUMED = /^post\.|^user\.erased$/;

let service: MatcherUnderTest;
beforeAll(async () => void (service = await startMatcher({ MATCHER_REVIEW_FROM: '0.01', MATCHER_SHOW_FROM: '0.02' })));
afterAll(() => service.stop());

const countOf = (text: string) =>
  withClient(service.database.adminUrl, async (client) => (await client.query(text)).rowCount);

async function post(kind: 'lost' | 'found', different: Partial<EventMap['post.created']> = {}) {
  const postId = crypto.randomUUID();
  const value = [{ type: 'serial', value: 'SN0815O0' }];
  const place = { topic: 'posts.events', field: 'sealedIdentifiers', subject: postId };
  const sealedIdentifiers = await sealFor(service.sealing, 'matcher', place, value);
  const own = {
    postId,
    kind,
    orgId: null,
    authorId: crypto.randomUUID(),
    sealedIdentifiers,
    sealedProof: null,
    identifiers: [],
  };
  return { ...goldenExample('post.created'), ...own, ...different };
}

const tell = <N extends EventName>(name: N, payload: EventMap[N]) =>
  service.bus.publish([eventMessage(name, payload, SOURCE)]);

describe('every golden example of what fn-matcher consumes', () => {
  it('is taken in without a complaint, also twice and in a replay', async () => {
    const messages = goldenExamples()
      .filter(({ event }) => CONSUMED.test(event))
      .map(({ event, payload }) => eventMessage(event, payload as never, SOURCE));
    await service.bus.publish([...messages, ...messages]);
    const replay = await fnMatcher.replay(service.env, new AbortController().signal);
    expect(replay).toMatchObject({ deadLettered: 0, complete: true });
    await eventually(async () => expect(await countOf('select from matcher.scoring_job')).toBe(0), PATIENCE);
    const topics = ['posts.events', 'media-ai.events', 'users.events'];
    expect(await listDeadLetters(service.bus, { topics, group: 'fn-matcher' })).toEqual([]);
  });
});

const { lat, lng } = goldenExample('post.created').publicLocation;
/** A kilometer beside, for the public. */
const FOUND = { reference: 'ATO-4471-X', publicLocation: { lat: lat + 0.009, lng } };

describe('a lost and a found post with one serial number', () => {
  it('become a match that is told of, and that ends with one of its people', async () => {
    const [lost, found] = [await post('lost'), await post('found', FOUND)];
    await tell('post.created', lost);
    await tell('post.created', found);
    const matchOf = (events: readonly { payload: EventMap['match.found' | 'match.expired'] }[]) =>
      events
        .map(({ payload }) => payload)
        .find((each) => each.lost.postId === lost.postId && each.found.postId === found.postId);
    await eventually(async () => expect(matchOf(await readEvents(service.bus, 'match.found'))).toBeDefined(), PATIENCE);
    const told = matchOf(await readEvents(service.bus, 'match.found')) as EventMap['match.found'];
    expect(told).toMatchObject({
      lost: { title: lost.title, authorId: lost.authorId, publicPhotoKey: null, decision: 'pending' },
      found: { postId: found.postId, reference: 'ATO-4471-X' },
      tier: 'notify',
      approximateDistanceMeters: 1_000,
    });
    expect(told.reasons.map(({ signal }) => signal)).toContain('serial');
    expect(JSON.stringify(told)).not.toContain('SN0815');

    await tell('user.erased', { ...goldenExample('user.erased'), userId: lost.authorId });
    await eventually(async () => {
      const over = matchOf(await readEvents(service.bus, 'match.expired'));
      expect(over).toMatchObject({ reason: 'person_erased', lost: { title: '', authorId: null } });
    }, PATIENCE);
    await tell('post.created', { ...lost, aggregateVersion: 9 });
    await tell('post.created', await post('found', { title: 'the last to be heard of' }));
    await eventually(async () => {
      expect(await countOf(`select from matcher.post where title = 'the last to be heard of'`)).toBe(1);
    }, PATIENCE);
    const tables = ['post', 'match', 'post_block', 'scoring_job', 'term_frequency'];
    for (const table of tables) {
      expect(await countOf(`select from matcher.${table} as each where each::text like '%${lost.authorId}%'`)).toBe(0);
    }
    expect(await countOf(`select from matcher.post where said::text like '%SN0815%'`)).toBe(0);
  });
});
