import { pinProblem } from '../image-reference.ts';
import type { DockerfileRule } from './dockerfile-rule.ts';
import { assignments, type Dockerfile, type Instruction, type Stage } from './parse-dockerfile.ts';

const SECRET = /(PASSWORD|SECRETS?|TOKEN|CREDENTIALS?|_KEY)$/;

const everywhere = ({ stages }: Dockerfile): Instruction[] => stages.flatMap(({ instructions }) => instructions);
const lineOf = ({ line }: Instruction) => line;

/** About what goes into an image and how. */
export const baseRules: readonly DockerfileRule[] = [
  {
    name: 'base-pinned',
    about: 'a stage stands on an earlier one, or on an image with an exact tag and its digest',
    problems: ({ stages }) =>
      stages.flatMap(({ line, from }, index) => {
        const earlier = stages.slice(0, index).some(({ name }) => name === from);
        const what = earlier ? undefined : pinProblem(from);
        return what === undefined ? [] : [{ line, what }];
      }),
  },
  {
    name: 'no-add',
    about: 'COPY says what it copies; ADD also downloads and unpacks',
    problems: (file) => of(file, 'ADD').map((at) => ({ line: lineOf(at), what: 'use COPY' })),
  },
  {
    name: 'named-copies',
    about: 'what comes out of the checkout is named, so that a new file does not get into an image by itself',
    problems: (file) =>
      of(file, 'COPY')
        .filter(({ flags, text }) => flags['from'] === undefined && /^(\.\/?|\*)\s/.test(text))
        .map((at) => ({ line: lineOf(at), what: 'names no folder or file' })),
  },
  {
    name: 'install-first',
    about: 'packages are installed before any source is copied, and only those of production',
    problems: ({ stages }) => stages.flatMap(installProblems),
  },
  {
    name: 'relative-runs',
    about: 'RUN names no absolute path, so that its steps can be replayed outside a container',
    problems: (file) =>
      of(file, 'RUN')
        .filter(({ text }) => /(^|[\s="'])\/\w/.test(text))
        .map((at) => ({ line: lineOf(at), what: 'names an absolute path: use WORKDIR' })),
  },
  {
    name: 'no-secrets',
    about: 'ARG and ENV stay readable in an image for ever',
    problems: (file) =>
      [...of(file, 'ARG'), ...of(file, 'ENV')]
        .filter(({ text }) => Object.keys(assignments(text)).some((key) => SECRET.test(key)))
        .map((at) => ({ line: lineOf(at), what: 'holds a secret: use a mounted file' })),
  },
];

function of(file: Dockerfile, name: string): Instruction[] {
  return everywhere(file).filter((instruction) => instruction.name === name);
}

function installProblems({ instructions }: Stage): { line: number; what: string }[] {
  const index = instructions.findIndex(({ name, text }) => name === 'RUN' && /\bnpm (ci|install|i)\b/.test(text));
  const install = instructions[index];
  if (install === undefined) return [];
  const copied = instructions.slice(0, index).filter(({ name }) => name === 'COPY');
  const words = copied.flatMap(({ text }) => text.split(/\s+/).slice(0, -1));
  const early = words.filter((word) => !/(^|\/)(package(-lock)?\.json|\.npmrc)$/.test(word));
  const production = /\bnpm ci\b/.test(install.text) && install.text.includes('--omit=dev');
  return [
    ...(early.length === 0
      ? []
      : [{ line: install.line, what: `installs again whenever ${early.join(', ')} changes` }]),
    ...(production ? [] : [{ line: install.line, what: 'use npm ci --omit=dev' }]),
  ];
}
