import { withClient } from '@foundnow/postgres';
import { newId } from './pair.builder.ts';
import type { MatcherUnderTest } from './start-matcher.ts';

export interface Guesser {
  readonly userId: string;
  readonly matchIds: readonly string[];
}

const POSTS = `insert into matcher.post (post_id, author_id, visibility, kind, status, title, category, language, time_zone,
    intake, said_version, status_version)
  select id, author, 'public', 'lost', 'active', 'Blue rucksack', 'bags.backpack', 'en', 'Europe/Berlin', 'self', 1, 1
  from unnest($1::uuid[], $2::uuid[]) as made(id, author)`;
const MATCHES = `insert into matcher.match (match_id, version, lost_post_id, found_post_id, lost_author_id, found_author_id,
    found_org_id, status, lost_decision, found_decision, probability, tier, weight, model_version, reasons, found_at,
    expires_at)
  select id, 1, lost, f.post_id, author, f.author_id, f.org_id, 'pending', 'confirmed', 'pending', 0.95, 'notify', 8,
    'test-1', '[]', now(), now() + interval '7 days'
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as made(id, lost, author), matcher.post f where f.post_id = $4`;

/** Accounts that each reported many things like the one found item, and said yes to each match that came of it. */
export async function guessersAt(
  matcher: MatcherUnderTest,
  foundPostId: string,
  accounts: number,
  postsEach: number,
): Promise<readonly Guesser[]> {
  const guessers = Array.from({ length: accounts }, () => ({
    userId: crypto.randomUUID() as string,
    matchIds: Array.from({ length: postsEach }, newId),
  }));
  const authors = guessers.flatMap(({ userId, matchIds }) => matchIds.map(() => userId));
  const posts = authors.map(newId);
  await withClient(matcher.database.adminUrl, async (client) => {
    await client.query(POSTS, [posts, authors]);
    await client.query(MATCHES, [guessers.flatMap(({ matchIds }) => matchIds), posts, authors, foundPostId]);
  });
  return guessers;
}
