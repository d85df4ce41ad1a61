import { type Check, judged } from '../check.ts';
import { projectGraph } from '../project-graph.ts';
import { tagProblems, edgeProblems } from '../tag-problems.ts';

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
