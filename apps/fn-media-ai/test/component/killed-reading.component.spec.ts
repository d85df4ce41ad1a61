import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { eventually } from '@foundnow/testing';
import { chance } from '../rendered/chance.ts';
import { label } from '../rendered/labels.ts';
import { photograph } from '../rendered/photograph.ts';
import { PATIENCE, PostPlay } from '../post-play.ts';
import { startMediaAi, type MediaAiUnderTest } from '../start-media-ai.ts';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const LONG = 120_000;

/** Takes in what is told, and reads nothing itself. */
let service: MediaAiUnderTest;
const replicas: ChildProcess[] = [];
beforeAll(async () => void (service = await startMediaAi({ OBJECT_STORE: 'none' })));
afterAll(async () => {
  for (const replica of replicas) replica.kill('SIGKILL');
  await service.stop();
});

function aReplica(): ChildProcess {
  const args = ['--import', './tools/runtime/register.mjs', 'apps/fn-media-ai/src/main.ts'];
  const env = { ...service.env, OBJECT_STORE: 'local', MEDIA_AI_LEASE: '6s' };
  const replica = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'ignore' });
  replicas.push(replica);
  return replica;
}

const jobOf = ({ id }: PostPlay) =>
  withClient(service.database.adminUrl, async (client) => {
    const text = 'select state, attempts, lease from media_ai.photo where post_id = $1';
    return (await client.query<{ state: string; attempts: number; lease: string | null }>(text, [id])).rows[0];
  });

it(
  'a photo that is being read when its replica is killed is read by another, and told of once',
  async () => {
    const post = new PostPlay(service);
    await post.tell('post.created', [await post.store(await photograph(label(chance(5)).drawing))]);
    const victim = aReplica();
    await eventually(async () => expect(await jobOf(post)).toMatchObject({ state: 'waiting', attempts: 1 }), {
      ...PATIENCE,
      intervalMs: 5,
    });
    victim.kill('SIGKILL');
    await once(victim, 'exit');
    expect((await jobOf(post))?.state).toBe('waiting');
    aReplica();
    const enhanced = await post.enhanced();
    expect(enhanced).toHaveLength(1);
    expect(enhanced[0]?.photos[0]?.publicVariants).toHaveLength(2);
    expect(await jobOf(post)).toMatchObject({ state: 'read', attempts: 2, lease: null });
  },
  LONG,
);
