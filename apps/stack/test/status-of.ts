import type { ServiceStatus } from '../src/status.ts';

/** How many reports each service says that it has received, in the order of the page. */
export async function countsAt(basePort: number): Promise<(number | null)[]> {
  const answer = await fetch(`http://127.0.0.1:${basePort}/status.json`);
  const { services } = (await answer.json()) as { services: ServiceStatus[] };
  return services.map(({ received }) => received);
}
