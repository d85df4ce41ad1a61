export interface Instruction {
  readonly line: number;
  /** Upper case: `COPY`. */
  readonly name: string;
  /** `--chown=1:1` as chown → 1:1. */
  readonly flags: Readonly<Record<string, string>>;
  /** What follows the flags, continued lines joined. */
  readonly text: string;
}

export interface Stage {
  readonly line: number;
  /** What FROM names, with the defaults of global ARGs filled in: an image, or an earlier stage. */
  readonly from: string;
  readonly name: string | undefined;
  readonly instructions: readonly Instruction[];
}

export interface Dockerfile {
  /** ARGs before the first FROM, with their defaults. */
  readonly globals: Readonly<Record<string, string>>;
  readonly stages: readonly Stage[];
}

/** Reads what our Dockerfile uses of the format; what it does not know (heredocs, ONBUILD) is refused by name. */
export function parseDockerfile(text: string): Dockerfile {
  const globals: Record<string, string> = {};
  const stages: (Omit<Stage, 'instructions'> & { instructions: Instruction[] })[] = [];
  for (const instruction of instructionsIn(text)) {
    const stage = stages.at(-1);
    if (instruction.name === 'FROM') stages.push({ ...stageOf(instruction, globals), instructions: [] });
    else if (stage) stage.instructions.push(instruction);
    else if (instruction.name === 'ARG') Object.assign(globals, assignments(instruction.text));
    else throw new Error(`Dockerfile:${instruction.line}: ${instruction.name} before FROM`);
  }
  return { globals, stages };
}

const KNOWN = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' '),
);

function* instructionsIn(text: string): Generator<Instruction> {
  let start = 0;
  let joined = '';
  for (const [index, raw] of text.split('\n').entries()) {
    if (/^\s*#/.test(raw) || (joined === '' && raw.trim() === '')) continue;
    if (joined === '') start = index + 1;
    joined += joined === '' ? raw.trim() : ` ${raw.trim()}`;
    if (joined.endsWith('\\')) {
      joined = joined.slice(0, -1).trimEnd();
      continue;
    }
    yield instructionOf(joined, start);
    joined = '';
  }
  if (joined !== '') yield instructionOf(joined, start);
}

function instructionOf(text: string, line: number): Instruction {
  const [, word = '', rest = ''] = /^(\w+)\s*(.*)$/.exec(text) ?? [];
  const name = word.toUpperCase();
  if (!KNOWN.has(name) || /<<-?['"]?\w/.test(rest)) throw new Error(`Dockerfile:${line}: not understood: ${text}`);
  const flags: Record<string, string> = {};
  let left = rest;
  for (let flag = FLAG.exec(left); flag; flag = FLAG.exec(left)) {
    flags[flag[1] ?? ''] = flag[2] ?? '';
    left = left.slice(flag[0].length);
  }
  return { line, name, flags, text: left };
}

const FLAG = /^--([a-z-]+)(?:=(\S+))?\s+/;

function stageOf({ line, text }: Instruction, globals: Readonly<Record<string, string>>): Omit<Stage, 'instructions'> {
  const [, image = '', name] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(text) ?? [];
  return { line, from: expand(image, globals), name };
}

/** `A=1 B="two words"` */
export function assignments(text: string): Record<string, string> {
  const found = [...text.matchAll(/([\w.-]+)=("(?:[^"\\]|\\.)*"|\S*)|(\w+)/g)];
  return Object.fromEntries(found.map(([, key, value = '', bare]) => [key ?? bare ?? '', value.replaceAll('"', '')]));
}

/** `$A` and `${A}`; what is not known is empty, as the engine has it. */
export function expand(text: string, values: Readonly<Record<string, string | undefined>>): string {
  return text.replaceAll(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced?: string, bare?: string) => {
    return values[braced ?? bare ?? ''] ?? '';
  });
}

/** The words of the exec form `["a", "b"]`; undefined for the shell form. */
export function execForm(text: string): readonly string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  const words: unknown = JSON.parse(text);
  return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : undefined;
}
