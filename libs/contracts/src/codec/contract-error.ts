import type { ErrorKind, FieldError } from '@foundnow/kernel';
import { DomainError } from '@foundnow/kernel';

export type ContractErrorCode =
  /** A producer's payload does not fit its schema. */
  | 'contract.invalid_payload'
  /** The catalog has no such event. */
  | 'contract.unknown_event'
  /** A schema without an id here; on reading, of kind dependency: it came with a newer build than this. */
  | 'contract.unknown_schema'
  /** The schema registry gives no answer that helps; always of kind dependency. */
  | 'contract.registry_unavailable'
  /** The schema registry will not have a schema: it is incompatible with what is there. */
  | 'contract.schema_refused'
  /** Bytes that no version of the schema explains. */
  | 'contract.undecodable';

/**
 * Producer and schema, or bytes and schema, do not fit. Trying again changes nothing, unless the kind is dependency.
 * Names paths, never values.
 */
export class ContractError extends DomainError {
  override readonly name = 'ContractError';

  constructor(
    code: ContractErrorCode,
    detail: string,
    options: { kind?: ErrorKind; fields?: readonly FieldError[]; cause?: unknown } = {},
  ) {
    super(code, options.kind ?? 'unprocessable', detail, options);
  }
}
