import type { FastifyInstance } from 'fastify';
import type { HttpMetrics } from '../http-app-options.ts';
import { runChecks, type HealthCheck, type Readiness } from './health-check.ts';

const REUSE_MS = 500;

export function serveHealth(instance: FastifyInstance, checks: () => readonly HealthCheck[], metrics?: HttpMetrics) {
  instance.get('/health/live', () => ({ state: 'alive' }));
  const ready = onceEvery(REUSE_MS, () => runChecks(checks()));
  instance.get('/health/ready', async (_request, reply) => {
    const readiness = await ready();
    return reply.code(readiness.state === 'ready' ? 200 : 503).send(readiness);
  });
  if (metrics === undefined) return;
  instance.get('/metrics', async (_request, reply) => {
    const { contentType, body } = await metrics.render();
    return reply.header('content-type', contentType).send(body);
  });
}

/** Whoever asks often must not make the dependencies work often. */
function onceEvery(periodMs: number, run: () => Promise<Readiness>): () => Promise<Readiness> {
  let last: { readonly at: number; readonly result: Promise<Readiness> } | undefined;
  return () => {
    const now = performance.now();
    if (last === undefined || now - last.at > periodMs) last = { at: now, result: run() };
    return last.result;
  };
}
