import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Check, judged, type Problem, type Repository } from '../check.ts';
import { runCommand } from '../run-command.ts';
import { ALLOWED, HOMES } from '../tag-rules.ts';

interface Project {
  readonly data: { readonly root: string; readonly tags?: readonly string[] };
}

export interface ProjectGraph {
  readonly nodes: Readonly<Record<string, Project>>;
  readonly dependencies: Readonly<Record<string, readonly { readonly target: string }[]>>;
}

export const tags: Check = {
  name: 'tags',
  about: 'every project has one scope and one type, and imports only the types that tag-rules.ts allows',
  async run(repository) {
    const graph = await projectGraph(repository);
    const names = Object.keys(graph.nodes);
    const problems = [
      ...names.flatMap((name) => tagProblems(graph, name)),
      ...names.flatMap((name) => edgeProblems(graph, name)),
    ];
    return judged(problems, `${names.length} projects`);
  },
};

export async function projectGraph(repository: Repository): Promise<ProjectGraph> {
  const folder = mkdtempSync(join(tmpdir(), 'fn-graph-'));
  try {
    const file = join(folder, 'graph.json');
    const { code, stdout, stderr } = await runCommand(repository, 'nx', ['graph', `--file=${file}`]);
    if (code !== 0) throw new Error(`nx graph failed: ${(stdout + stderr).trim()}`);
    return (JSON.parse(readFileSync(file, 'utf8')) as { graph: ProjectGraph }).graph;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tagProblems(graph: ProjectGraph, name: string): Problem[] {
  const { root, tags: all = [] } = graph.nodes[name]?.data ?? { root: name };
  const where = `${root}/project.json`;
  const scopes = all.filter((tag) => tag.startsWith('scope:'));
  const types = all.filter((tag) => tag.startsWith('type:'));
  const problems: Problem[] = [];
  if (scopes.length !== 1)
    problems.push({ rule: 'one-scope', where, what: `needs one scope:* tag, has ${scopes.length}` });
  if (types.length !== 1) problems.push({ rule: 'one-type', where, what: `needs one type:* tag, has ${types.length}` });
  for (const type of types) {
    const home = HOMES[type];
    if (home === undefined) problems.push({ rule: 'known-type', where, what: `${type} is not in tag-rules.ts` });
    else if (!home.test(root))
      problems.push({ rule: 'type-fits-folder', where, what: `${type} does not live in ${root}` });
  }
  return problems;
}

function edgeProblems(graph: ProjectGraph, source: string): Problem[] {
  const allowed = ALLOWED[typeOf(graph, source)] ?? [];
  return (graph.dependencies[source] ?? []).flatMap(({ target }) => {
    const type = typeOf(graph, target);
    if (graph.nodes[target] === undefined || allowed.includes(type)) return [];
    const where = graph.nodes[source]?.data.root ?? source;
    return [
      { rule: 'allowed-import', where, what: `${typeOf(graph, source)} ${source} may not import ${type} ${target}` },
    ];
  });
}

function typeOf(graph: ProjectGraph, name: string): string {
  return graph.nodes[name]?.data.tags?.find((tag) => tag.startsWith('type:')) ?? 'no type';
}
