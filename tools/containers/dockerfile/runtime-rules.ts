import type { DockerfileRule } from './dockerfile-rule.ts';
import { assignments, type Dockerfile, execForm, type Instruction, type Stage } from './parse-dockerfile.ts';

const NUMERIC_USER = /^[1-9]\d*:[1-9]\d*$/;
const LABELS = ['title', 'description', 'licenses', 'version', 'revision'].map(
  (name) => `org.opencontainers.image.${name}`,
);

/** About the last stage: what runs. */
export const runtimeRules: readonly DockerfileRule[] = [
  lastStage('not-root', 'the program runs as a user with numbers, which every engine understands', (stage) => {
    const user = of(stage, 'USER').at(-1);
    return NUMERIC_USER.test(user?.text ?? '') ? [] : [at(user, stage, 'needs USER with two numbers, not root')];
  }),
  lastStage('code-is-not-its-own', 'the user of the program owns the folder of its state, never its code', (stage) => {
    const workdir = of(stage, 'WORKDIR').at(-1)?.text ?? '/';
    return of(stage, 'COPY')
      .filter(({ flags, text }) => flags['chown'] !== undefined && isWithin(text.split(/\s+/).at(-1) ?? '', workdir))
      .map((copy) => at(copy, stage, 'gives the code to the user who runs it: leave out --chown'));
  }),
  lastStage('runs-nothing', 'the last stage is put together from others: it needs no tools to build with', (stage) =>
    of(stage, 'RUN').map((run) => at(run, stage, 'move RUN to a stage before')),
  ),
  lastStage('health-check', 'the image says how it is, with what is in it', (stage) => {
    const check = of(stage, 'HEALTHCHECK').at(-1);
    const command = execForm(check?.text.replace(/^CMD\s+/, '') ?? '');
    const complete = ['interval', 'timeout', 'start-period'].every((flag) => check?.flags[flag] !== undefined);
    const fine = command?.[0] === 'node' && complete;
    return fine
      ? []
      : [at(check, stage, 'needs HEALTHCHECK with --interval, --timeout, --start-period and CMD ["node", …]')];
  }),
  lastStage('gets-signals', 'the program itself is process 1 (or the child of an init), no shell', (stage) => {
    const start = [...of(stage, 'ENTRYPOINT'), ...of(stage, 'CMD')];
    const shells = start.filter(({ text }) => execForm(text) === undefined);
    if (start.length === 0) return [at(undefined, stage, 'needs ENTRYPOINT')];
    return shells.map((one) => at(one, stage, 'use the form ["node", …]: a shell keeps signals to itself'));
  }),
  lastStage('labels', 'the image says what it is and what it was made of', (stage) => {
    const given = new Set(of(stage, 'LABEL').flatMap(({ text }) => Object.keys(assignments(text))));
    return LABELS.filter((label) => !given.has(label)).map((label) => at(undefined, stage, `needs LABEL ${label}`));
  }),
];

interface Found {
  readonly line: number;
  readonly what: string;
}

function lastStage(name: string, about: string, look: (stage: Stage) => readonly Found[]): DockerfileRule {
  return {
    name,
    about,
    problems({ stages }: Dockerfile) {
      const stage = stages.at(-1);
      return stage === undefined ? [] : look(stage);
    },
  };
}

function of(stage: Stage, name: string): Instruction[] {
  return stage.instructions.filter((instruction) => instruction.name === name);
}

function at(instruction: Instruction | undefined, stage: Stage, what: string): Found {
  return { line: instruction?.line ?? stage.line, what };
}

function isWithin(path: string, folder: string): boolean {
  return !path.startsWith('/') || path === folder || path.startsWith(`${folder}/`);
}
