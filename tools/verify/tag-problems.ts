import type { Problem } from './check.ts';
import { ALLOWED, HOMES } from './tag-rules.ts';
import { type ProjectGraph, typeOf } from './project-graph.ts';

export function tagProblems(graph: ProjectGraph, name: string): Problem[] {
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

export function edgeProblems(graph: ProjectGraph, source: string): Problem[] {
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
