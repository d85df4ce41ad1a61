import { type Check, type CheckResult, judged, notRun, type Problem } from '../check.ts';
import { filesBelow, readText } from '../files.ts';
import { directDependencies, readManifest } from '../manifest.ts';
import { runCommand } from '../run-command.ts';

interface Version {
  readonly latest?: string;
}

/** A decision record keeps a package back with a line of its own: `Holds back: pg-boss@12, jest@30`. */
const HELD_BACK = /^Holds back:(?<packages>.*)$/gm;

export const freshness: Check = {
  name: 'freshness',
  about: 'no direct dependency is behind its latest major unless a decision record holds it back',
  async run(repository) {
    const { stdout, stderr } = await runCommand(repository, 'npm', ['outdated', '--json'], { timeoutMs: 45_000 });
    return judgeFreshness(repository.root, stdout, stderr);
  },
};

export function judgeFreshness(root: string, stdout: string, stderr: string): CheckResult {
  const outdated = parse(stdout);
  if (outdated === undefined || 'error' in outdated) {
    return notRun(`the registry could not be asked: ${reason(outdated, stderr)}`);
  }
  const direct = Object.entries(directDependencies(readManifest(root)));
  const held = heldBack(root);
  const problems = direct.flatMap(([name, version]): Problem[] => {
    const latest = outdated[name]?.latest;
    if (latest === undefined || major(latest) <= major(version) || held.has(`${name}@${major(version)}`)) return [];
    const what = `${version} is behind ${latest}; update it, or write a decision record with "Holds back: ${name}@${major(version)}"`;
    return [{ rule: 'latest-major', where: name, what }];
  });
  return judged(problems, `${direct.length} direct dependencies, ${held.size} held back`);
}

function heldBack(root: string): Set<string> {
  const records = filesBelow(root, ['docs/adr'], ['.md']).map((path) => readText(root, path));
  const lines = records.flatMap((text) =>
    [...text.matchAll(HELD_BACK)].map(({ groups }) => groups?.['packages'] ?? ''),
  );
  return new Set(lines.flatMap((line) => line.split(',').map((one) => one.replaceAll('`', '').trim())));
}

function parse(text: string): Record<string, Version> | undefined {
  try {
    return JSON.parse(text.trim() || '{}') as Record<string, Version>;
  } catch {
    return undefined;
  }
}

function reason(answer: Record<string, unknown> | undefined, stderr: string): string {
  const error = answer?.['error'];
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
  return code ?? /npm error (?<why>.*)/.exec(stderr)?.groups?.['why'] ?? 'npm gave no answer';
}

function major(version: string): number {
  return Number.parseInt(version, 10);
}
