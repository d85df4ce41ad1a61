import { join, resolve } from 'node:path';
import type { Environment } from '@foundnow/config';
import type { Service } from '@foundnow/service';
import type { StackConfig } from './config.ts';
import { services } from './services.ts';

/** One running copy of a service. */
export interface Instance {
  /** `fn-matcher`, `fn-matcher-2`. */
  readonly name: string;
  readonly service: Service;
  readonly port: number;
}

/** The first of each service on the ports after the page's, then the other replicas. */
export function instancesOf({ BASE_PORT, REPLICAS }: Pick<StackConfig, 'BASE_PORT' | 'REPLICAS'>): Instance[] {
  const more = services.flatMap((service) => {
    const count = (REPLICAS[service.name] ?? 1) - 1;
    return Array.from({ length: count }, (_, index) => ({ name: `${service.name}-${index + 2}`, service }));
  });
  const all = [...services.map((service) => ({ name: service.name, service })), ...more];
  return all.map((each, index) => ({ ...each, port: BASE_PORT + 1 + index }));
}

/** What an instance is told beside what all of its service know. */
export function ownEnvironment({ name, port }: Instance, { DATA_DIR, LOG_TO }: StackConfig): Environment {
  const file = join(resolve(DATA_DIR), 'logs', `${name}.log`);
  return { PORT: String(port), LOG_FILE: LOG_TO === 'file' ? file : undefined };
}
