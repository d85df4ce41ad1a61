import { randomBytes } from 'node:crypto';
import { type RecipientKeys, sealFor } from '@foundnow/crypto';
import { withClient } from '@foundnow/postgres';
import type { MatcherUnderTest } from './start-matcher.ts';

export interface PostOfPair {
  readonly authorId: string | null;
  readonly orgId: string | null;
  readonly visibility: 'public' | 'organization' | 'private';
  readonly intake: string;
  readonly title: string;
  readonly proof: readonly { readonly question: string; readonly answer: string }[];
  readonly hints: readonly { readonly kind: string; readonly value: string; readonly confidence: number }[];
}

export interface PairOptions {
  readonly lost: Partial<PostOfPair>;
  readonly found: Partial<PostOfPair>;
  readonly tier: 'review' | 'show' | 'notify';
  readonly probability: number;
  readonly foundAt: Date;
  readonly lostDecision: 'pending' | 'confirmed';
  /** Another one of a post that is there. */
  readonly lostPostId: string;
  readonly foundPostId: string;
}

export interface Pair {
  readonly matchId: string;
  readonly lostPostId: string;
  readonly foundPostId: string;
  readonly loser: string;
  readonly finder: string;
}

const POST = `insert into matcher.post (post_id, org_id, author_id, visibility, kind, status, title, category, language,
    time_zone, intake, sealed_proof, sealed_hints, said_version, status_version)
  values ($1, $2, $3, $4, $5, 'active', $6, 'bags.backpack', 'en', 'Europe/Berlin', $7, $8, $9, 1, 1)`;
const MATCH = `insert into matcher.match (match_id, version, lost_post_id, found_post_id, lost_author_id, lost_org_id,
    found_author_id, found_org_id, status, lost_decision, found_decision, probability, tier, weight, model_version,
    reasons, distance_meters, found_at, expires_at)
  select $1, 1, l.post_id, f.post_id, l.author_id, l.org_id, f.author_id, f.org_id, 'pending', $8, 'pending', $4,
    $5, 6, 'test-1', $6, 300, $7::timestamptz, $7::timestamptz + interval '7 days'
  from matcher.post l, matcher.post f where l.post_id = $2 and f.post_id = $3`;
export const REASONS = [
  { signal: 'brand', level: 'same', words: 'Nordhike on both, a rare brand', weight: 5 },
  { signal: 'colour', level: 'close', words: 'navy and blue are close', weight: 1.5 },
  { signal: 'place', level: 'near', words: 'about 300 m apart', weight: -0.5 },
];

/** A lost and a found post with their match, as they stand in the tables: how they got there is others' business. */
export async function aPair(matcher: MatcherUnderTest, options: Partial<PairOptions> = {}): Promise<Pair> {
  const lost = postOf(options.lost);
  const found = postOf(options.found);
  const matchId = newId();
  const { lostPostId = newId(), foundPostId = newId() } = options;
  const { tier = 'notify', probability = 0.9, foundAt = new Date(), lostDecision = 'pending' } = options;
  const rows = await Promise.all([
    rowOf(matcher.sealing, lostPostId, 'lost', lost),
    rowOf(matcher.sealing, foundPostId, 'found', found),
  ]);
  await withClient(matcher.database.adminUrl, async (client) => {
    if (options.lostPostId === undefined) await client.query(POST, rows[0]);
    if (options.foundPostId === undefined) await client.query(POST, rows[1]);
    const values = [
      matchId,
      lostPostId,
      foundPostId,
      probability,
      tier,
      JSON.stringify(REASONS),
      foundAt,
      lostDecision,
    ];
    await client.query(MATCH, values);
  });
  return { matchId, lostPostId, foundPostId, loser: lost.authorId ?? '', finder: found.authorId ?? '' };
}

function postOf(different: Partial<PostOfPair> = {}): PostOfPair {
  const plain = {
    orgId: null,
    visibility: 'public',
    intake: 'self',
    title: 'Blue rucksack',
    proof: [],
    hints: [],
  } as const;
  return { authorId: crypto.randomUUID(), ...plain, ...different };
}

async function rowOf(
  keys: RecipientKeys,
  postId: string,
  kind: 'lost' | 'found',
  post: PostOfPair,
): Promise<unknown[]> {
  const proofPlace = { topic: 'posts.events', field: 'sealedProof', subject: postId };
  const hintPlace = { topic: 'media-ai.events', field: 'sealedHints', subject: postId };
  const proof = post.proof.length === 0 ? null : await sealFor(keys, 'matcher', proofPlace, post.proof);
  const inner = post.hints.length === 0 ? null : await sealFor(keys, 'matcher', hintPlace, post.hints);
  const hints = inner && (await sealFor(keys, 'matcher', hintPlace, [{ photoId: newId(), hints: inner }]));
  return [postId, post.orgId, post.authorId, post.visibility, kind, post.title, post.intake, proof, hints];
}

let sequence = 0;

/** A UUIDv7 that is later than those before it. */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  sequence += 1;
  const count = sequence.toString(16).padStart(3, '0').slice(-3);
  const rest = randomBytes(7).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-8${rest.slice(0, 3)}-${rest.slice(2)}`;
}
