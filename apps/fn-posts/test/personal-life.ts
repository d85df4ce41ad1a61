import { goldenExample } from '@foundnow/contracts/testing';
import { plainPhoto } from '@foundnow/images/testing';
import { eventMessage } from '@foundnow/messaging';
import { call } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import type { WrittenPostResponse } from '../src/inbound/http/posts/post.response.ts';
import type { ContactPlay } from './contact-play.ts';
import { columnsWith } from './every-column.ts';
import { type Opened, upload } from './photo-calls.ts';
import { aReportRequest } from './report-request.builder.ts';
import type { PostsUnderTest } from './start-posts.ts';

const ANY = { 'if-match': '*' };

export interface PersonalLife {
  readonly userId: string;
  readonly token: string;
  readonly postIds: readonly string[];
  /** The photo of the live post. */
  readonly photoId: string;
}

/** Two people, each with something in every table, who deal with each other. What one says holds her word. */
export async function twoLives(posts: PostsUnderTest, play: ContactPlay, words: readonly [string, string]) {
  const [one, two] = await Promise.all(words.map((word) => aLife(posts, word)));
  if (!one || !two) throw new TypeError('two lives');
  await meeting(posts, play, one, two);
  await meeting(posts, play, two, one);
  return [one, two] as const;
}

type Life = Awaited<ReturnType<typeof aLife>>;

async function aLife(posts: PostsUnderTest, word: string) {
  const [userId, orgId] = [crypto.randomUUID(), crypto.randomUUID()];
  const token = await posts.tokenFor('user', { userId });
  const act = (route: `${'POST' | 'PATCH' | 'DELETE'} /${string}`, body: object = {}, as = token) =>
    call<WrittenPostResponse>(posts, route, { as, headers: { ...ANY, 'idempotency-key': word }, body });
  const photo = await plainPhoto({ width: 640, height: 480 });
  const report = async (different: object = {}, as = token) => {
    const { body } = await call<WrittenPostResponse>(posts, 'POST /posts', { as, body: said(word, different) });
    return body;
  };
  const ready = (await upload(posts, token, photo)).body;
  const live = await report({ photoUploadIds: [ready.id] });
  await act(`PATCH /posts/${live.id}/photos/${ready.id}`, { caption: `${word} caption` });
  await act(`PATCH /posts/${live.id}`, { title: `${word} newest` });
  const lost = (await upload(posts, token, photo)).body;
  const gone = await report({ title: `${word} deleted`, photoUploadIds: [lost.id] });
  await call(posts, `DELETE /posts/${gone.id}`, { as: token, headers: ANY });
  const keyed = await act('POST /posts', said(word));
  await upload(posts, token, photo);
  await call<Opened>(posts, 'POST /photos/direct', { as: token, body: { contentType: 'image/jpeg', byteLength: 9 } });
  const [desk, colleague] = await Promise.all(
    [userId, crypto.randomUUID()].map((id) => posts.tokenFor('staff', { userId: id, orgId })),
  );
  const colleagues = await report({ kind: 'found', title: 'Of a colleague', ...UNSAID }, colleague);
  for (const title of ['Red scarf', 'Blue scarf']) await act(`PATCH /posts/${colleagues.id}`, { title }, desk);
  await toldOf(posts, userId, live.id, word);
  return {
    userId,
    token,
    word,
    live,
    colleagues,
    postIds: [live.id, gone.id, keyed.body.id],
    photoId: ready.id,
  };
}

const UNSAID = { description: '', attributes: {}, location: { lat: 52.5, lng: 13.4 }, identifiers: [], proof: [] };

function said(word: string, different: object = {}) {
  return aReportRequest({
    title: `${word} title`,
    description: `${word} description`,
    tags: [`${word} tag`],
    attributes: { brand: `${word} brand`, color: [`${word} color`], marks: `${word} marks` },
    location: { lat: 52.525, lng: 13.3694, address: `${word} street` },
    identifiers: [{ type: 'serial', value: `${word}-77612` }],
    proof: [{ question: `${word} question`, answer: `${word} answer` }],
    ...different,
  });
}

/** What other services say: a suggestion for her post, and what she agreed to. */
async function toldOf(posts: PostsUnderTest, userId: string, postId: string, word: string): Promise<void> {
  const enhanced = { ...goldenExample('post.enhanced', 'full'), postId, photosVersion: 1, level: 'suggest' } as const;
  const title = { value: `${word} suggested`, confidence: 0.9, sources: ['vision'] };
  const consents = [{ purpose: `${word}_news`, granted: true, policyVersion: `${word}-1`, decidedAt: Date.now() }];
  const account = { ...goldenExample('user.updated'), userId, consents };
  await posts.bus.publish([
    eventMessage('post.enhanced', { ...enhanced, title }, '/foundnow/spec'),
    eventMessage('user.updated', account, '/foundnow/spec'),
  ]);
  await settled(posts, [`${word} suggested`, `${word}_news`], ['post.suggestion', 'consent.purpose']);
}

/** The first asks the second, is given something, and proves a claim. */
async function meeting(posts: PostsUnderTest, play: ContactPlay, asker: Life, owner: Life): Promise<void> {
  const { body } = await play.ask(owner.live.id, asker.token, { message: `${asker.word} asks` });
  const contact = { email: `${owner.word}@contact.example` };
  await play.act(body.id, 'approve', owner.token, { contact, validForHours: 24, singleUse: false });
  await play.reveal(body.id, asker.token);
  const { lost, found, ...claim } = goldenExample('claim.verified');
  const verified = {
    ...claim,
    matchId: crypto.randomUUID(),
    claimId: crypto.randomUUID(),
    claimantId: asker.userId,
    lost: { ...lost, postId: asker.live.id, authorId: asker.userId },
    found: { ...found, postId: owner.live.id, authorId: owner.userId },
  };
  await posts.bus.publish([eventMessage('claim.verified', verified, '/foundnow/spec')]);
  await settled(posts, [verified.matchId], ['verified_claim.match_id']);
}

async function settled(posts: PostsUnderTest, needles: readonly string[], columns: readonly string[]): Promise<void> {
  await eventually(
    async () => {
      const found = await columnsWith(posts.database.adminUrl, needles);
      for (const column of columns) if (!found.includes(column)) throw new Error(`${column} is not there yet`);
    },
    { timeoutMs: 60_000 },
  );
}
