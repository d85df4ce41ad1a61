import { createLogger, type Logger, type Metrics } from '@foundnow/telemetry';
import { pino } from 'pino';
import type { ServiceEnv } from './service-env.ts';

/** To standard output, as containers want it, or to a file where somebody watches a terminal. */
export function openLogger(
  service: string,
  { LOG_LEVEL: level, LOG_FILE: file }: ServiceEnv,
  metrics: Pick<Metrics, 'masked'>,
  closing: AsyncDisposableStack,
): Logger {
  const onMasked = (kind: string) => metrics.masked(kind);
  if (file === undefined) return createLogger({ service, level, onMasked });
  const destination = pino.destination({ dest: file, append: true, mkdir: true, sync: true });
  closing.defer(() => destination.end());
  return createLogger({ service, level, onMasked, destination });
}

/** For what goes wrong while all is being closed: the log is closed by then, and opened once more for this line. */
export function afterClosing(service: string, env: ServiceEnv): (error: unknown) => void {
  return (error) => {
    const closing = new AsyncDisposableStack();
    const logger = openLogger(service, env, { masked: () => undefined }, closing);
    logger.warn({ error }, 'after a failure, not everything could be closed');
    void closing.disposeAsync();
  };
}
