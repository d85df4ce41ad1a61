import { mkdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { dockerignore } from '../dockerignore.ts';
import { type Dockerfile, type Instruction, parseDockerfile, type Stage } from '../dockerfile/parse-dockerfile.ts';
import { copyInstruction } from './copy-instruction.ts';
import { linkTree } from './link-tree.ts';
import { runStep } from './run-step.ts';
import { emptyState, note, type StageState } from './stage-state.ts';

export interface ReplayedImage extends StageState {
  /** The folder that stands for `/`. */
  readonly root: string;
}

/**
 * Takes the steps of a Dockerfile on this machine instead of in containers: each stage is a folder, FROM an image is
 * an empty one, RUN runs with this machine's programs. Stages that the arguments do not touch are made once.
 */
export class ReplayedBuild {
  readonly #file: Dockerfile;
  readonly #ignored: (path: string) => boolean;
  readonly #made = new Map<string, Promise<ReplayedImage>>();
  #folders = 0;

  constructor(
    private readonly context: string,
    private readonly folder: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {
    this.#file = parseDockerfile(readFileSync(join(context, 'Dockerfile'), 'utf8'));
    this.#ignored = dockerignore(readFileSync(join(context, '.dockerignore'), 'utf8'));
  }

  image(args: Readonly<Record<string, string>>): Promise<ReplayedImage> {
    return this.#stage(this.#file.stages.length - 1, args);
  }

  #stage(index: number, args: Readonly<Record<string, string>>): Promise<ReplayedImage> {
    const stage = this.#file.stages[index];
    if (stage === undefined) throw new Error('A stage is used that does not exist.');
    const key = `${index} ${usesArgs(stage) ? JSON.stringify(args) : ''}`;
    const making = this.#made.get(key) ?? this.#make(stage, args);
    this.#made.set(key, making);
    return making;
  }

  async #make(stage: Stage, args: Readonly<Record<string, string>>): Promise<ReplayedImage> {
    this.#folders += 1;
    const root = join(this.folder, `stage-${this.#folders}`);
    const parent = this.#indexOf(stage.from);
    const base = parent === undefined ? undefined : await this.#stage(parent, args);
    const state: ReplayedImage = { ...emptyState(), ...structuredClone(base), args: {}, root };
    if (base === undefined) mkdirSync(root, { recursive: true });
    else linkTree(base.root, root);
    for (const instruction of stage.instructions) await this.#step(state, instruction, args);
    return state;
  }

  async #step(state: ReplayedImage, instruction: Instruction, args: Readonly<Record<string, string>>): Promise<void> {
    const { name, text, line } = instruction;
    if (name === 'COPY') return this.#copy(state, instruction, args);
    if (name === 'RUN') {
      const env = { ...this.environment, ...state.env, ...state.args };
      return runStep(text, { cwd: join(state.root, state.workdir), env, where: `Dockerfile:${line}` });
    }
    note(state, instruction, { ...this.#file.globals, ...args });
    if (name === 'WORKDIR') mkdirSync(join(state.root, state.workdir), { recursive: true });
  }

  async #copy(
    state: ReplayedImage,
    { text, flags }: Instruction,
    args: Readonly<Record<string, string>>,
  ): Promise<void> {
    const { from, chown } = flags;
    const index = from === undefined ? undefined : this.#indexOf(from);
    const source = index === undefined ? undefined : await this.#stage(index, args);
    const { root: to, workdir } = state;
    copyInstruction(text, {
      ...(source ? { from: source.root } : { from: this.context, wanted: (path) => !this.#ignored(path) }),
      to,
      workdir,
    });
    if (chown !== undefined) state.owned[posix.resolve(workdir, text.split(/\s+/).at(-1) ?? '')] = chown;
  }

  #indexOf(name: string): number | undefined {
    const index = this.#file.stages.findIndex((stage) => stage.name === name);
    return index === -1 ? undefined : index;
  }
}

function usesArgs({ instructions }: Stage): boolean {
  return instructions.some(({ name }) => name === 'ARG');
}
