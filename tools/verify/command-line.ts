import { parseArgs } from 'node:util';
import type { Check } from './check.ts';

export interface VerifyArguments {
  readonly checks: readonly Check[];
  readonly required: ReadonlySet<string>;
  readonly json: boolean;
  readonly help: boolean;
  readonly root: string | undefined;
  readonly report: string | undefined;
}

export class UsageError extends Error {}

export function parseArguments(args: readonly string[], all: readonly Check[]): VerifyArguments {
  const { values, positionals } = parse(args);
  const list = (text: string | undefined): string[] => (text ?? '').split(',').filter((name) => name !== '');
  const only = [...positionals, ...list(values.only)];
  const skip = list(values.skip);
  const required = list(values.require);
  const unknown = [...only, ...skip, ...required].filter((name) => !all.some((check) => check.name === name));
  if (unknown.length > 0) {
    throw new UsageError(`no such check: ${unknown.join(', ')}. There are: ${all.map(({ name }) => name).join(', ')}`);
  }
  return {
    checks: all.filter(({ name }) => (only.length === 0 || only.includes(name)) && !skip.includes(name)),
    required: new Set(required),
    json: values.json,
    help: values.help,
    root: values.root,
    report: values.report,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        only: { type: 'string' },
        skip: { type: 'string' },
        require: { type: 'string' },
        root: { type: 'string' },
        report: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

export function helpText(all: readonly Check[]): string {
  return `npm run verify -- [check …] [options]: everything that can be said about the repository without running it

  --only a,b      only these checks (the same as naming them)
  --skip a,b      all but these
  --require a,b   'not run' counts as failed for these
  --root DIR      look at another folder
  --json          one JSON object on standard output
  --report FILE   the same object into a file
  --help          this text

Exit code: 0 all passed, 1 something failed or nothing ran, 2 wrong use.

Checks:
${all.map(({ name, about }) => `  ${name.padEnd(12)}  ${about}`).join('\n')}
`;
}
