import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { call } from '@foundnow/service/testing';
import { type ClaimPlay, claimPlay } from '../claim-play.ts';
import { type MatcherUnderTest, startMatcher } from '../start-matcher.ts';

const ORG = '0199aaaa-bbbb-7ccc-8ddd-000000000001';
const ASKED = [
  { question: 'What is in the lid?', answer: 'a giraffe named Bertram' },
  { question: 'Which number is on the sticker?', answer: '+49 171 555014246688' },
];
const HINTS = [{ kind: 'name', value: 'Zacharias Quint', confidence: 0.9 }];
const OWN = [{ question: 'What is sewn in?', answer: 'a turquoise walrus' }];
const WRONG = ['a chimpanzee', '0815 424266880', 'Nikodemus'];
/** Long enough that no random id or ciphertext holds one by chance. */
const PLANTED = ['giraffe', 'bertram', '555014246688', '171 5550', 'zacharias', 'turquoise', 'chimpanzee'];
const GUESSED = ['424266880', 'nikodemus', 'armadillo', 'planted.mail'];

let matcher: MatcherUnderTest;
let play: ClaimPlay;
beforeAll(async () => {
  matcher = await startMatcher();
  play = claimPlay(matcher);
});
afterAll(() => matcher.stop());

async function everythingKept(): Promise<string> {
  const dump = await withClient(matcher.database.adminUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('matcher', 'bus')`,
    );
    const kept: unknown[] = [];
    for (const { name } of tables) kept.push((await client.query(`select t::text as row from ${name} t`)).rows);
    return JSON.stringify(kept);
  });
  const bytes: string[] = [];
  for await (const message of matcher.bus.read({ topics: ['matcher.events'], from: 'beginning', follow: false })) {
    bytes.push(Buffer.from(message.value).toString('latin1'), JSON.stringify(message.headers));
  }
  const log = await readFile(matcher.env['LOG_FILE'] ?? '', 'utf8');
  const metrics = await (await fetch(`${matcher.origin}/metrics`)).text();
  return [dump, log, metrics, ...bytes].join('\n');
}

it('keeps answers, hints, guesses and codes out of every row, event, log line, metric and answer', async () => {
  const found = { proof: ASKED, hints: HINTS, orgId: ORG, intake: 'desk' };
  const { matchId, finder, as } = await play.confirmed({ found, lost: { proof: OWN } });
  const desk = await play.deskOf(ORG);
  const answers: unknown[] = [await play.questions(matchId, as), await play.questions(matchId, desk)];
  answers.push(await play.claim(matchId, as, WRONG), await play.claim(matchId, as, ['giraffe bertram', ...WRONG]));
  const key = { 'idempotency-key': 'planted' };
  for (const body of [
    { answers: [{ questionId: 'x', answer: ['chimpanzee'] }] },
    { answers: 'chimpanzee' },
    { answers: [{ questionId: 'x', answer: 'chimpanzee', why: { deep: 'armadillo' } }] },
  ]) {
    const refused = await call(matcher, `POST /matches/${matchId}/claims`, { as, body, headers: key });
    expect(refused.status).toBe(400);
    answers.push(refused.body);
  }
  const proven = await play.claim(matchId, as, ['giraffe bertram', '49 171 555014246688', 'Zacharias Quint'], key);
  expect(proven.body).toMatchObject({ proof: 'proven' });
  const { id } = proven.body;
  const seen = { seen: [{ questionId: 'person-none', answer: 'armadillo' }] };
  answers.push(proven.body, (await play.decide(id, 'verify', desk, seen)).body);
  answers.push((await play.decide(id, 'verify', desk)).body, (await play.readClaim(id, as)).body);
  const code = await play.codeOf(matchId);
  answers.push((await play.handover(id, 'QQQQQQ', desk)).body);
  for (const token of [as, desk, await play.tokenOf(finder, ORG)]) {
    for (const path of [
      `/matches/${matchId}`,
      `/matches/${matchId}/explain`,
      '/matches',
      '/claims',
      `/claims/${id}`,
    ] as const) {
      answers.push((await call(matcher, `GET ${path}`, { as: token })).body);
    }
  }
  const other = await play.confirmed();
  const note = { reason: 'other', note: 'write to planted.mail@contact.example' };
  answers.push((await play.answer(other.matchId, 'reject', other.as, note)).body);
  await play.told('match.rejected', other.matchId);

  const everything = [await everythingKept(), JSON.stringify(answers)].join('\n');
  expect(everything).toContain('claim.verified');
  expect(everything.includes(code)).toBe(false);
  const inLowerCase = everything.toLowerCase();
  expect([...PLANTED, ...GUESSED].filter((secret) => inLowerCase.includes(secret))).toEqual([]);
});
