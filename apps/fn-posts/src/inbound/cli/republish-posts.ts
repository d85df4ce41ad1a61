import type { OperatorTerminal, WithUseCases } from '@foundnow/service';
import { Command, InvalidArgumentError } from 'commander';
import type { RepublishPosts } from '../../use-cases/posts/republish-posts.ts';

interface Options {
  readonly json?: boolean;
  readonly dryRun?: boolean;
  readonly after?: string;
}

/** `fn posts republish` */
export function republishPosts(
  terminal: OperatorTerminal,
  withUseCases: WithUseCases<{ republishPosts: RepublishPosts }>,
): Command {
  return new Command('republish')
    .description('Publish every live post as it stands, for a consumer that starts later than the log.')
    .option('--after <id>', 'go on after this post, where an earlier run stopped', uuid)
    .option('--dry-run', 'count them only')
    .option('--json', 'print one JSON object per line')
    .action(async ({ json, dryRun = false, after }: Options) => {
      const done = await withUseCases(({ republishPosts: useCase }) => run(terminal, useCase, after ?? null, dryRun));
      const { posts, last, complete } = done;
      if (json) return terminal.out(JSON.stringify({ dryRun, posts, last, complete }));
      terminal.out(`${posts} posts ${dryRun ? 'would be' : 'are'} on their way.`);
      if (!complete) terminal.out(`Stopped before the end; go on with --after ${last ?? ''}`);
    });
}

async function run(terminal: OperatorTerminal, useCase: RepublishPosts, after: string | null, dryRun: boolean) {
  let progress = { posts: 0, last: after };
  let complete = true;
  for await (progress of useCase.run(after, dryRun)) {
    terminal.note(`${progress.posts} posts …`);
    complete = !terminal.interrupted.aborted;
    if (!complete) break;
  }
  return { ...progress, complete };
}

function uuid(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text;
  throw new InvalidArgumentError('it must be the id of a post.');
}
