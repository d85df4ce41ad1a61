import type { FieldError } from '@foundnow/kernel';
import { DomainError } from '@foundnow/kernel';

export type ContractErrorCode =
  /** A producer's payload does not fit its schema. */
  | 'contract.invalid_payload'
  /** The catalog has no such event. */
  | 'contract.unknown_event'
  /** Nobody knows the schema id. */
  | 'contract.unknown_schema'
  /** Bytes that no version of the schema explains. */
  | 'contract.undecodable';

/** Producer and schema, or bytes and schema, do not fit: trying again changes nothing. Names paths, never values. */
export class ContractError extends DomainError {
  override readonly name = 'ContractError';

  constructor(
    code: ContractErrorCode,
    detail: string,
    options: { fields?: readonly FieldError[]; cause?: unknown } = {},
  ) {
    super(code, 'unprocessable', detail, options);
  }
}
