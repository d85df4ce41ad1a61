import { catalog, isEventName, SCHEMAS, type SchemaRow } from '@foundnow/contracts';
import { type OfferedSchema, reasonsAgainst, versionLike } from '@foundnow/contracts/registry';
import { incompatible, noSchema, readOnly } from './registry-refusal.ts';
import { SchemaIndex } from './schema-index.ts';

type Consumers = Readonly<Record<string, readonly string[]>>;

export interface ContractRegistryOptions {
  readonly schemas?: readonly SchemaRow[];
  /** The services that read an event, and which of its fields. */
  readonly consumersOf?: (event: string) => Consumers;
}

/** The contracts in the role of a registry: whatever is in `schemas/` has its id, and nothing else ever gets one. */
export class ContractRegistry {
  readonly index: SchemaIndex;
  readonly #consumersOf: (event: string) => Consumers;

  constructor({ schemas = SCHEMAS, consumersOf = catalogued }: ContractRegistryOptions = {}) {
    this.index = new SchemaIndex(schemas);
    this.#consumersOf = consumersOf;
  }

  find(subject: string, offer: OfferedSchema): SchemaRow {
    const found = versionLike(offer, this.index.versions(subject));
    if (!found) throw noSchema();
    return found;
  }

  register(subject: string, offer: OfferedSchema): SchemaRow {
    const there = this.index.subjects().includes(subject) ? this.index.versions(subject) : [];
    const found = versionLike(offer, there);
    if (found) return found;
    const reasons = there.length > 0 ? this.reasons(offer, there) : [];
    if (reasons.length > 0) throw incompatible(subject, reasons);
    throw readOnly(
      `Subject ${subject} is in read-only mode: ids come from the committed lock. ` +
        'Add the schema to schemas/, run `npm run generate` and deploy this registry again.',
    );
  }

  /** Against some of the versions of one subject, or all: why the offer cannot be the next one. */
  reasons(offer: OfferedSchema, versions: readonly SchemaRow[]): string[] {
    const [first] = versions;
    if (!first || versionLike(offer, versions)) return [];
    const next = (this.index.versions(first.subject).at(-1)?.version ?? 0) + 1;
    return reasonsAgainst(offer, versions, next, this.#consumersOf(first.event));
  }
}

function catalogued(event: string): Consumers {
  return isEventName(event) ? catalog.events[event].consumers : {};
}
