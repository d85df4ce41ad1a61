import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { sequenceId } from '@foundnow/testing';
import type { Actor } from '../../src/domain/actor.ts';
import { wordsOf } from '../../src/domain/post/search-words.ts';
import type { ItemReport } from '../../src/domain/post/item-report.ts';
import type { ListQuery } from '../../src/use-cases/posts/post-search.port.ts';
import { LOOKED_AT } from '../../src/outbound/postgres/posts/listed-posts.ts';
import { aPost, anActor, aReference, NOON } from '../post.builder.ts';
import { openPostgresPosts, type PostgresPosts } from '../postgres-posts.ts';

const ORG = sequenceId(1);
const author = anActor();
const desk = anActor({ userId: sequenceId(2), orgId: ORG, isStaff: true });
const stranger = anActor({ userId: sequenceId(3) });
const hours = (count: number) => new Date(NOON.getTime() + count * 3_600_000);

let world: PostgresPosts;
beforeAll(async () => {
  world = await openPostgresPosts();
  await add('Blue backpack', 0, {}, author);
  await add('Rucksack azul', 1, { tags: ['backpack'], category: 'bags.backpack' }, author);
  await add('Green umbrella', 2, { category: 'accessories.umbrella', kind: 'found' }, desk, aReference(7));
  await add('Silver ring', 3, { category: 'jewelry.ring', visibility: 'organization' }, desk);
  await add('Secret diary', 4, { category: 'books.notebook', visibility: 'private' }, desk);
  await add(
    'Red scarf',
    5,
    { attributes: { brand: 'Backhaus', model: null, color: [], material: null, marks: null } },
    author,
  );
});
afterAll(() => world.drop());

async function add(
  title: string,
  hour: number,
  report: Partial<ItemReport>,
  by: Actor,
  reference: string | null = null,
) {
  const said = {
    title,
    description: '',
    location: { lat: 1, lng: 1, accuracyMeters: null, address: 'Hidden lane' },
    ...report,
  };
  await world.add(aPost(said, { reference }, by, { now: hours(hour) }).post, by);
}

async function titles(query: Partial<ListQuery>, viewer: Actor | null = null): Promise<string[]> {
  const asked: ListQuery = { statuses: ['active'], sort: 'newest', limit: 100, ...query };
  return (await world.search.list(asked, viewer)).posts.map(({ title }) => title);
}

describe('a list of posts', () => {
  it('shows each viewer what is theirs to see, newest first', async () => {
    const shown = ['Red scarf', 'Green umbrella', 'Rucksack azul', 'Blue backpack'];
    expect(await titles({}, null)).toEqual(shown);
    expect(await titles({}, stranger)).toEqual(shown);
    expect(await titles({}, { ...stranger, orgId: ORG })).toEqual(['Red scarf', 'Silver ring', ...shown.slice(1)]);
    expect(await titles({}, desk)).toEqual(['Red scarf', 'Secret diary', 'Silver ring', ...shown.slice(1)]);
    expect(await titles({ sort: 'oldest' }, null)).toEqual(shown.toReversed());
  });

  it.each<[string, Partial<ListQuery>, string[]]>([
    ['its kind', { kind: 'found' }, ['Green umbrella']],
    ['its category', { categories: ['accessories.umbrella', 'jewelry.ring'] }, ['Green umbrella']],
    ['its organization', { orgId: ORG }, ['Green umbrella']],
    ['its time', { createdAfter: hours(1), createdBefore: hours(5) }, ['Green umbrella', 'Rucksack azul']],
    ['its state', { statuses: ['resolved'] }, []],
    ['its reference', { reference: aReference(7) }, ['Green umbrella']],
    ['a word of its title or its words', { words: ['backpack'] }, ['Rucksack azul', 'Blue backpack']],
    ['the beginning of a word', { words: ['umb'] }, ['Green umbrella']],
    ['its brand', { words: ['backhaus'] }, ['Red scarf']],
    ['all words', { words: ['blue', 'rucksack'] }, ['Rucksack azul']],
    ['an address, which nobody may search', { words: ['hidden'] }, []],
  ])('finds a post by %s', async (_what, query, found) => {
    expect(await titles(query)).toEqual(found);
  });

  it.each([
    'iPad 10.2"',
    'Charger 3.5mm',
    'Keys/wallet',
    'grün/blau',
    'Nokia -3310',
    'e-mail@home',
    '1e5 0x1F',
    "O'Neil \\ :*",
  ])('finds a post by its own title, %s', async (title) => {
    const nobodys = anActor({ userId: crypto.randomUUID() });
    await add(title, 6, { visibility: 'private' }, nobodys);
    expect(await titles({ words: wordsOf(title) }, nobodys)).toEqual([title]);
  });

  it('tells nobody who wrote what: an author is found by herself and her organization', async () => {
    expect(await titles({ authorId: author.userId }, stranger)).toEqual([]);
    expect(await titles({ authorId: author.userId }, null)).toEqual([]);
    expect(await titles({ authorId: author.userId }, author)).toEqual(['Red scarf', 'Rucksack azul', 'Blue backpack']);
    const colleague = { ...stranger, orgId: ORG };
    expect(await titles({ authorId: desk.userId }, colleague)).toEqual(['Silver ring', 'Green umbrella']);
    // Wherever she acts now.
    expect(await titles({ authorId: desk.userId }, { ...desk, orgId: null, isStaff: false })).toHaveLength(3);
  });

  it.each(['newest', 'oldest'] as const)(
    'comes page by page, %s first, without a gap or a repetition',
    async (sort) => {
      const seen: string[] = [];
      for (let after: ListQuery['after']; ;) {
        const page = await world.search.list({ statuses: ['active'], sort, limit: 2, after }, desk);
        seen.push(...page.posts.map(({ title }) => title));
        if (!page.next) break;
        after = page.next;
      }
      expect(seen).toEqual(await titles({ sort }, desk));
    },
  );
});

describe('a list with many posts before what is looked for', () => {
  beforeAll(async () => {
    await withClient(world.adminUrl, (client) =>
      client.query(
        `create temp table one as select * from posts.post where title = 'Blue backpack';
         insert into posts.post select (jsonb_populate_record(one, jsonb_build_object(
           'id', gen_random_uuid(), 'created_at', created_at + (n + 10) * interval '1 hour', 'title', 'Black glove',
           'words', ''))).* from one, generate_series(1, ${2 * LOOKED_AT}) as n`,
      ),
    );
  });

  it('looks at so many at a time, and says where to go on', async () => {
    const pages: string[][] = [];
    for (let after: ListQuery['after']; ;) {
      const query = { statuses: ['active'], sort: 'newest', limit: 5, words: ['rucksack'], after } as const;
      const page = await world.search.list(query, null);
      pages.push(page.posts.map(({ title }) => title));
      if (!page.next) break;
      after = page.next;
    }
    expect(pages).toEqual([[], [], ['Rucksack azul']]);
  });
});
