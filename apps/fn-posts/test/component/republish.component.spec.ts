import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call, readEvents } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import { Command } from 'commander';
import { fnPosts } from '../../src/service.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

let posts: PostsUnderTest;
beforeAll(async () => {
  posts = await startPosts();
  const as = await posts.tokenFor('user');
  for (let i = 0; i < 3; i += 1) await call(posts, 'POST /posts', { as, body: aReportRequest() });
});
afterAll(() => posts.stop());

/** `fn posts …` as an operator types it. */
async function fn(args: readonly string[], interrupted = new AbortController().signal): Promise<string[]> {
  const printed: string[] = [];
  const terminal = {
    env: posts.env,
    out: (text: string) => void printed.push(text),
    note: () => undefined,
    interrupted,
    exitWith: () => undefined,
  };
  const program = new Command('posts');
  for (const command of fnPosts.commands(terminal))
    program.addCommand(command.exitOverride().configureOutput({ writeErr: () => undefined }));
  await program.parseAsync([...args], { from: 'user' });
  return printed;
}

const json = async (...args: readonly string[]) => JSON.parse((await fn([...args, '--json'])).join('')) as unknown;
const snapshots = async () => (await readEvents(posts.bus, 'post.snapshot')).map(({ payload }) => payload.postId);

describe('fn posts republish', () => {
  it('counts in a dry run and publishes nothing', async () => {
    expect(await json('republish', '--dry-run')).toMatchObject({ dryRun: true, posts: 3, complete: true });
  });

  it('publishes every live post as it stands, by the relay of the running service', async () => {
    expect(await json('republish')).toMatchObject({ posts: 3, complete: true });
    await eventually(async () => expect(new Set(await snapshots()).size).toBe(3));
    expect(await snapshots()).toHaveLength(3);
  });

  it('goes on after a post, and says where it was when it is interrupted', async () => {
    const [first = ''] = (await snapshots()).sort();
    expect(await json('republish', '--dry-run', '--after', first)).toMatchObject({ posts: 2 });
    const printed = await fn(['republish', '--dry-run'], AbortSignal.abort());
    expect(printed.join('\n')).toMatch(/go on with --after [0-9a-f-]{36}/);
  });

  it('refuses what is no id', async () => {
    await expect(fn(['republish', '--after', 'x'])).rejects.toMatchObject({ code: 'commander.invalidArgument' });
  });
});
