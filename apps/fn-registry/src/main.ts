import { ConfigError, EXIT_CODE, reportConfigErrorAndExit } from '@foundnow/config';
import { createLogger } from '@foundnow/telemetry';
import { parseRegistryConfig } from './config.ts';
import { createRegistryServer } from './registry-server.ts';

try {
  const { host, port, auth, logLevel } = parseRegistryConfig(process.env);
  const logger = createLogger({ service: 'fn-registry', level: logLevel });
  const onUnexpected = (error: unknown) => logger.error({ error }, 'a request failed unexpectedly');
  const server = createRegistryServer({ onUnexpected, ...(auth && { auth }) });
  await server.listen({ host, port });
  logger.info({ url: server.listeningOrigin }, 'listening');
  const stop = () => void server.close().then(() => process.exit(0), endBadly);
  process.once('SIGINT', stop).once('SIGTERM', stop);
} catch (error) {
  if (error instanceof ConfigError) reportConfigErrorAndExit(error);
  endBadly(error);
}

function endBadly(error: unknown): never {
  const { name, code } = Object(error) as { name?: string; code?: string };
  const taken = code === 'EADDRINUSE';
  console.error(taken ? 'The registry cannot start: its PORT is taken.' : `The registry ended: ${name} ${code ?? ''}`);
  process.exit(taken ? EXIT_CODE.unavailable : EXIT_CODE.unexpected);
}
