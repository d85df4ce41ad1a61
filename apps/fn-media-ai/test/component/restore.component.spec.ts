import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { eventually } from '@foundnow/testing';
import { fnMediaAiCommand } from '../fn-media-ai-command.ts';
import { PostPlay } from '../post-play.ts';
import { startMediaAi, type MediaAiUnderTest } from '../start-media-ai.ts';

let service: MediaAiUnderTest;
let file: string;
beforeAll(async () => {
  service = await startMediaAi();
  file = join(await mkdtemp(join(tmpdir(), 'fn-ledger-')), 'erasures.jsonl');
});
afterAll(async () => {
  await service.stop();
  await rm(join(file, '..'), { recursive: true });
});

const sql = (text: string, values: readonly unknown[]) =>
  withClient(service.database.adminUrl, async (client) => (await client.query(text, [...values])).rows);
const authorOf = async ({ id }: PostPlay) => sql('select author_id from media_ai.post where post_id = $1', [id]);

async function reported(authorId: string) {
  const post = new PostPlay(service, { authorId });
  await post.tell('post.created');
  await eventually(async () => expect(await authorOf(post)).toEqual([{ author_id: authorId }]));
  return post;
}

async function erase(people: readonly object[], interrupted?: AbortSignal) {
  await writeFile(file, people.map((person) => `${JSON.stringify(person)}\n`).join('\n'));
  return fnMediaAiCommand(service.env, ['erase', '--from', file, '--json'], interrupted);
}

describe('fn media-ai erase', () => {
  it('forgets whom the ledger of fn-posts names, also where that of this service is as old as the backup', async () => {
    const [personId, other] = [crypto.randomUUID(), crypto.randomUUID()];
    const [gone, left] = [await reported(personId), await reported(other)];
    const requestedAt = '2026-03-01T12:00:00.000Z';
    const line = { personId: personId.toUpperCase(), requestedAt, source: 'person', completedAt: null };
    expect(await erase([line, { personId: crypto.randomUUID() }])).toEqual({ printed: ['{"erased":2}'], code: 0 });
    expect(await authorOf(gone)).toEqual([{ author_id: null }]);
    expect(await authorOf(left)).toEqual([{ author_id: other }]);
    expect(await sql('select requested_at from media_ai.erasure where person_id = $1', [personId])).toEqual([
      { requested_at: new Date(requestedAt) },
    ]);
  });

  it('says that it is not done when it is interrupted', async () => {
    const { printed, code } = await erase([{ personId: crypto.randomUUID() }], AbortSignal.abort());
    expect({ printed, code }).toEqual({ printed: ['{"erased":0}'], code: 1 });
  });

  it('names the line that is no erasure, and nothing that stands in it', async () => {
    const refused = await erase([{ personId: crypto.randomUUID() }, { personId: 'numbat' }]).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ code: 'erasures.line', detail: expect.stringMatching(/^Line 3 /) });
    expect(String(refused)).not.toContain('numbat');
    const nowhere = fnMediaAiCommand(service.env, ['erase', '--from', `${file}.gone`]);
    await expect(nowhere).rejects.toMatchObject({ code: 'erasures.file' });
  });
});
