import { lockfileSchemaIds, type SchemaIds } from '@foundnow/contracts';
import type { HealthCheck } from '@foundnow/http';
import { examined } from '../config/findings.ts';
import type { BusEnv } from './bus-env.ts';
import type { BusOwner } from './open-bus.ts';
import { registrySettings } from './registry-settings.ts';

export interface OpenedSchemaIds {
  readonly schemaIds: SchemaIds;
  /** Of the registry, where there is one. */
  readonly checks: readonly HealthCheck[];
}

/** Numbers of schemas from the registry that the environment names, else from the committed lock. */
export async function openSchemaIds(env: BusEnv, { name, logger }: BusOwner): Promise<OpenedSchemaIds> {
  const settings = examined((findings) => registrySettings(env, findings));
  if (settings === undefined) return { schemaIds: lockfileSchemaIds(), checks: [] };
  const { pingRegistry, registrySchemaIds } = await import('@foundnow/contracts/registry');
  const schemaIds = registrySchemaIds({
    ...settings,
    clientId: name,
    onProblem: (problem, error) =>
      logger.warn({ component: `schema-registry:${problem}`, error }, 'the schema registry had a problem'),
  });
  // Only the relay and the consumers ask it, and they wait: no request needs it.
  const check = (signal: AbortSignal) => pingRegistry({ ...settings, clientId: name }, signal);
  return { schemaIds, checks: [{ name: 'schema-registry', essential: false, check }] };
}
