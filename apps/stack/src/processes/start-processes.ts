import { join, resolve } from 'node:path';
import type { Environment } from '@foundnow/config';
import type { StackConfig } from '../config.ts';
import { type Instance, instancesOf, ownEnvironment } from '../instances.ts';
import type { StartedService } from '../start-services.ts';
import { processLog } from './process-log.ts';
import { Supervised } from './supervised.ts';

/** Each instance of a service as a process of its own, started as it would be alone, and watched. */
export async function startProcesses(
  config: StackConfig,
  environments: Readonly<Record<string, Environment>>,
  warn: (text: string) => void,
  closing: AsyncDisposableStack,
): Promise<StartedService[]> {
  const instances = instancesOf(config);
  const log = processLog(
    config.LOG_TO === 'file' ? join(resolve(config.DATA_DIR), 'logs', 'processes.log') : undefined,
  );
  const isStopping = () => closing.disposed;
  const processes = instances.map((instance) => {
    const { name, service } = instance;
    const env = environmentFor(instance, config, environments[service.name] ?? {});
    const program = `apps/${service.name}/src/main.ts`;
    return new Supervised({ name, program, env, warn, isStopping, onLine: (line) => log(name, line) });
  });
  closing.defer(async () => void (await Promise.all(processes.map((each) => each.stop()))));
  await Promise.all(processes.map((each) => each.serves()));
  return instances.map(({ name, service: { about }, port }) => ({ name, about, url: `http://${config.HOST}:${port}` }));
}

/** Without the login of the owner, which is for `fn migrate`: a service could change the rules that hold for it. */
function environmentFor(instance: Instance, config: StackConfig, ofService: Environment): Environment {
  return { ...config.inherited, ...ofService, DATABASE_OWNER_URL: undefined, ...ownEnvironment(instance, config) };
}
