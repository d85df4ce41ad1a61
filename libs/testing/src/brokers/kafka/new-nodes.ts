import { freePorts } from '../../free-ports.ts';
import type { NodePlan } from './cluster-file.ts';

export async function newNodes(count: number): Promise<readonly NodePlan[]> {
  const ports = await freePorts(count * 3);
  const at = (index: number): number => ports[index] ?? 0;
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    ports: { client: at(index * 3), internal: at(index * 3 + 1), controller: at(index * 3 + 2) },
  }));
}

export function withPort(nodes: readonly NodePlan[], client: number): readonly NodePlan[] {
  return nodes.map((node, index) => (index === 0 ? { ...node, ports: { ...node.ports, client } } : node));
}
