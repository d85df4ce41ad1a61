import { Command } from 'commander';
import { fnMediaAi } from '../src/service.ts';

/** `fn media-ai …` as an operator types it. */
export async function fnMediaAiCommand(
  env: Readonly<Record<string, string>>,
  args: readonly string[],
  interrupted = new AbortController().signal,
): Promise<{ readonly printed: readonly string[]; readonly code: number }> {
  const printed: string[] = [];
  let code = 0;
  const terminal = {
    env,
    out: (text: string) => void printed.push(text),
    note: () => undefined,
    interrupted,
    exitWith: (given: number) => void (code = given),
  };
  const program = new Command('media-ai');
  for (const command of fnMediaAi.commands(terminal)) {
    program.addCommand(command.exitOverride().configureOutput({ writeErr: () => undefined }));
  }
  await program.parseAsync([...args], { from: 'user' });
  return { printed, code };
}
