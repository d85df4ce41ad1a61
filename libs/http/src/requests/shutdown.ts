import type { FastifyInstance } from 'fastify';

const SWEEP_MS = 20;

/** Work under way is finished; what does not end in time is cut, so that a stop always comes to its end. */
export function boundShutdown(instance: FastifyInstance, graceMs: number): void {
  const timers: NodeJS.Timeout[] = [];
  instance.addHook('preClose', (done) => {
    const { server } = instance;
    timers.push(setTimeout(() => server.closeAllConnections(), graceMs).unref());
    // Node closes what is idle when the stop begins; a connection that becomes idle later would hold it for 72 s.
    timers.push(setInterval(() => server.closeIdleConnections(), SWEEP_MS).unref());
    done();
  });
  instance.addHook('onClose', (_instance, done) => {
    for (const timer of timers) clearTimeout(timer);
    done();
  });
}
