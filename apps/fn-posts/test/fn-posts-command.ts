import { Command } from 'commander';
import { fnPosts } from '../src/service.ts';

export interface Typed {
  readonly printed: readonly string[];
  readonly code: number;
}

/** `fn posts …` as an operator types it. */
export async function fnPostsCommand(
  env: Readonly<Record<string, string>>,
  args: readonly string[],
  interrupted = new AbortController().signal,
): Promise<Typed> {
  const printed: string[] = [];
  let code = 0;
  const terminal = {
    env,
    out: (text: string) => void printed.push(text),
    note: () => undefined,
    interrupted,
    exitWith: (given: number) => void (code = given),
  };
  const program = new Command('posts');
  for (const command of fnPosts.commands(terminal)) {
    program.addCommand(command.exitOverride().configureOutput({ writeErr: () => undefined }));
  }
  await program.parseAsync([...args], { from: 'user' });
  return { printed, code };
}
