import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { call } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

/** What a row holds that nobody but its people may read. PostgreSQL puts all of it into its words about a bad row. */
const LOCATION = { lat: 52.518734, lng: 13.401286, address: 'Behind the third locker' };
const ANSWER = 'a drawing of a giraffe';
const PLANTED = ['52.5187', '13.4012', 'third locker', 'giraffe', 'C02XK0ABJHD2', 'Refused backpack', 'green ribbon'];

let posts: PostsUnderTest;
let author: string;
beforeAll(async () => {
  posts = await startPosts();
  author = await posts.tokenFor('user');
});
afterAll(() => posts.stop());

const change = (...statements: readonly string[]) =>
  withClient(posts.database.adminUrl, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
const logged = () => readFile(posts.env['LOG_FILE'] ?? '', 'utf8');

/** Words of PostgreSQL that repeat the row: in the detail of an error, or in its message. */
const REFUSALS = [
  [
    'a constraint',
    `alter table posts.post add constraint planted_check check (title <> 'Refused backpack')`,
    'alter table posts.post drop constraint planted_check',
  ],
  [
    'a value that it cannot read',
    `create function posts.planted() returns trigger language plpgsql as
      'begin perform (new.address || new.title || new.description)::integer; return new; end';
     create trigger planted before insert on posts.post for each row execute function posts.planted()`,
    'drop trigger planted on posts.post; drop function posts.planted()',
  ],
] as const;

describe('a report that the database refuses', () => {
  it.each(REFUSALS)(
    'for %s is an error without anything of the report, in the answer and in the log',
    async (...given) => {
      const [, refuse, allow] = given;
      await change(refuse);
      const before = (await logged()).length;
      const body = aReportRequest({
        title: 'Refused backpack',
        description: 'With a green ribbon.',
        location: LOCATION,
        identifiers: [{ type: 'serial', value: 'c02-xk0 abjhd2' }],
        proof: [{ question: 'What is in the lid?', answer: ANSWER }],
      });
      const refused = await call(posts, 'POST /posts', { as: author, body });
      await change(allow);
      expect(refused.status).toBe(500);
      const words = await eventually(async () => {
        const since = (await logged()).slice(before);
        expect(since).toContain('/posts');
        expect(since).toContain('"level":"error"');
        return since;
      });
      const said = `${words}${JSON.stringify(refused.body)}${await (await fetch(`${posts.origin}/metrics`)).text()}`;
      expect(PLANTED.filter((secret) => said.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
      expect((await call(posts, 'POST /posts', { as: author, body })).status).toBe(201);
    },
  );
});
