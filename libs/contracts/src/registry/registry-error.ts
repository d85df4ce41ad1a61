import { ContractError } from '../codec/contract-error.ts';
import type { RegistryAccess } from './registry-options.ts';

/** The registry gives no answer that one could work with. Everything that needs it waits. */
export function registryAway({ url }: RegistryAccess, reason: string, cause?: unknown): ContractError {
  return new ContractError('contract.registry_unavailable', `the schema registry at ${url} ${reason}`, {
    kind: 'dependency',
    cause,
  });
}

/** It answered, and not with what was asked for. Says what the operator can mend. */
export function badAnswer(access: RegistryAccess, status: number, message: string, cause?: unknown): ContractError {
  return registryAway(access, `answers ${status} (${advice(status)}): ${plain(message)}`, cause);
}

/** The registry will not have this schema as it is. */
export function schemaRefused(subject: string, version: number, message: string, cause?: unknown): ContractError {
  const detail = `the schema registry refuses ${subject} v${version}: ${plain(message)}`;
  return new ContractError('contract.schema_refused', detail, { kind: 'conflict', cause });
}

/** What a registry or a proxy before it says goes into a log: one line, of a length that one reads. */
export function plain(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ').trim();
  return line.length > 600 ? `${line.slice(0, 600)} …` : line;
}

function advice(status: number): string {
  if (status === 401 || status === 403) return 'check its user, password and rights';
  if (status === 404) return 'check the path of its address';
  if (status === 429) return 'it is asked too often';
  return status >= 500 ? 'it has a trouble of its own' : 'it does not take what it is asked';
}
