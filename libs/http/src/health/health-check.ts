/** One thing this service works with. `check` rejects when it is away; why goes to the log, never to the caller. */
export interface HealthCheck {
  readonly name: string;
  /** `false`: requests are answered without it; its state is shown and does not decide. Default: true. */
  readonly essential?: boolean;
  check(signal: AbortSignal): Promise<unknown>;
}

export interface DependencyHealth {
  readonly name: string;
  readonly state: 'up' | 'down';
  readonly latencyMs: number;
  readonly reason?: 'error' | 'timeout';
}

export interface Readiness {
  readonly state: 'ready' | 'not-ready';
  readonly dependencies: readonly DependencyHealth[];
}

export async function runChecks(checks: readonly HealthCheck[], timeoutMs = 2_000): Promise<Readiness> {
  const dependencies = await Promise.all(checks.map((one) => runOne(one, timeoutMs)));
  const ready = dependencies.every(({ state }, index) => state === 'up' || checks[index]?.essential === false);
  return { state: ready ? 'ready' : 'not-ready', dependencies };
}

async function runOne(one: HealthCheck, timeoutMs: number): Promise<DependencyHealth> {
  const started = performance.now();
  const signal = AbortSignal.timeout(timeoutMs);
  const reason = await Promise.race([outcomeOf(one, signal), aborted(signal)]);
  const latencyMs = Math.round((performance.now() - started) * 10) / 10;
  return {
    name: one.name,
    state: reason === undefined ? 'up' : 'down',
    latencyMs,
    ...(reason !== undefined && { reason }),
  };
}

async function outcomeOf(one: HealthCheck, signal: AbortSignal): Promise<'error' | undefined> {
  try {
    await one.check(signal);
    return undefined;
  } catch {
    return 'error';
  }
}

function aborted(signal: AbortSignal): Promise<'timeout'> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve('timeout'), { once: true }));
}
