/** What the page shows of one service; `received` is null for services that count no reports. */
export interface ServiceStatus {
  readonly name: string;
  readonly about: string;
  readonly url: string;
  readonly ready: boolean;
  readonly dependencies: readonly { readonly name: string; readonly state: string }[];
  readonly received: number | null;
}

export interface Watched {
  readonly name: string;
  readonly about: string;
  readonly url: string;
}

const PATIENCE_MILLIS = 2000;

export async function askService(service: Watched, token: string): Promise<ServiceStatus> {
  const [health, stats] = await Promise.all([
    ask<{ state?: string; dependencies?: { name: string; state: string }[] }>(`${service.url}/health/ready`),
    ask<{ received?: number }>(`${service.url}/api/v1/stats`, { authorization: `Bearer ${token}` }),
  ]);
  return {
    ...service,
    ready: health?.state === 'ready',
    dependencies: health?.dependencies ?? [],
    received: stats?.received ?? null,
  };
}

/** A service that is down, slow or answers something else is a fact to show, not an error of the page. */
async function ask<T>(url: string, headers: Record<string, string> = {}): Promise<T | null> {
  try {
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(PATIENCE_MILLIS) });
    return (await answer.json()) as T;
  } catch {
    return null;
  }
}
