import { ContractError } from '../codec/contract-error.ts';
import type { RegistrySchemaIdsOptions } from './registry-options.ts';

/** Watches answers, and says once what is wrong however often it is tried in between. */
export class Complaints {
  #away = false;
  readonly #refused = new Set<string>();

  constructor(private readonly onProblem: RegistrySchemaIdsOptions['onProblem']) {}

  async watch<V>(answer: Promise<V>): Promise<V> {
    try {
      const value = await answer;
      this.#away = false;
      return value;
    } catch (error) {
      this.#note(error);
      throw error;
    }
  }

  #note(error: unknown): void {
    if (!(error instanceof ContractError)) return;
    if (error.code === 'contract.registry_unavailable') {
      if (!this.#away) this.onProblem?.('away', error);
      this.#away = true;
    } else if (error.code === 'contract.schema_refused' && !this.#refused.has(error.detail)) {
      this.#refused.add(error.detail);
      this.onProblem?.('refused', error);
    }
  }
}
