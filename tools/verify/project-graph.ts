import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Repository } from './check.ts';
import { runCommand } from './run-command.ts';

interface Project {
  readonly data: { readonly root: string; readonly tags?: readonly string[] };
}

export interface ProjectGraph {
  readonly nodes: Readonly<Record<string, Project>>;
  readonly dependencies: Readonly<Record<string, readonly { readonly target: string }[]>>;
}

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

export function typeOf(graph: ProjectGraph, name: string): string {
  return graph.nodes[name]?.data.tags?.find((tag) => tag.startsWith('type:')) ?? 'no type';
}
