import type { Environment } from '@foundnow/config';
import { explain } from '../src/explain.ts';
import { createProgram } from '../src/program.ts';

export interface FnResult {
  readonly exitCode: number;
  readonly out: string;
  readonly notes: string;
  /** Each line of standard output, read as JSON. */
  json<T = Record<string, unknown>>(): T[];
}

/** Runs one command line in this process, with its own environment and terminal. */
export async function runFn(env: Environment, ...args: readonly string[]): Promise<FnResult> {
  const out: string[] = [];
  const notes: string[] = [];
  let exitCode = 0;
  const program = createProgram({
    env,
    out: (text) => out.push(text),
    note: (text) => notes.push(text),
    interrupted: new AbortController().signal,
    exitWith: (code) => (exitCode = code),
  });
  silence(program);
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    const { text, exitCode: code } = explain(error);
    notes.push(text);
    exitCode = code;
  }
  const text = out.join('\n');
  return { exitCode, out: text, notes: notes.join('\n'), json: <T>() => out.map((line) => JSON.parse(line) as T) };
}

function silence(command: ReturnType<typeof createProgram>): void {
  command.configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
  for (const child of command.commands) silence(child);
}
