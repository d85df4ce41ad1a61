import { posix } from 'node:path';
import { assignments, execForm, expand, type Instruction } from '../dockerfile/parse-dockerfile.ts';

/** What the instructions of a stage add up to, apart from its files. */
export interface StageState {
  workdir: string;
  env: Record<string, string>;
  /** Values of the ARGs that the stage declares; they are gone in the image. */
  args: Record<string, string>;
  user: string;
  entrypoint: readonly string[];
  command: readonly string[];
  health: readonly string[];
  /** Folders that belong to a user of their own, by path. */
  owned: Record<string, string>;
}

export function emptyState(): StageState {
  return { workdir: '/', env: {}, args: {}, user: '0:0', entrypoint: [], command: [], health: [], owned: {} };
}

/** An instruction that changes no file. */
export function note(state: StageState, { name, text }: Instruction, given: Readonly<Record<string, string>>): void {
  const filled = expand(text, { ...state.args, ...state.env });
  if (name === 'WORKDIR') state.workdir = posix.resolve(state.workdir, filled);
  else if (name === 'USER') state.user = filled;
  else if (name === 'ENV') Object.assign(state.env, assignments(filled));
  else if (name === 'ENTRYPOINT') state.entrypoint = execForm(text) ?? ['sh', '-c', text];
  else if (name === 'CMD') state.command = execForm(text) ?? ['sh', '-c', text];
  else if (name === 'HEALTHCHECK') state.health = execForm(text.replace(/^CMD\s+/, '')) ?? [];
  else if (name === 'ARG') {
    for (const [key, value] of Object.entries(assignments(filled))) state.args[key] = given[key] ?? value;
  }
}
