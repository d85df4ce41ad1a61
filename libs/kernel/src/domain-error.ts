/** Why something was refused. One file per edge turns a kind into an HTTP status or a delivery decision. */
export type ErrorKind =
  | 'validation'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'precondition'
  | 'too-large'
  | 'unsupported-media'
  | 'unprocessable'
  | 'precondition-required'
  | 'too-many'
  | 'dependency'
  /** What we keep or made is damaged or does not fit: `detail` is for operators, and callers never see it. */
  | 'internal';

/** One field that was refused; `path` is dotted (`location.lat`), `detail` never repeats the value. */
export interface FieldError {
  readonly path: string;
  readonly code: string;
  readonly detail: string;
}

export interface DomainErrorOptions {
  readonly fields?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/**
 * A refusal with a stable code. `detail` says what to do and holds no personal data; callers are shown it unless the kind
 * is `dependency` or `internal`, which are said to operators.
 */
export class DomainError extends Error {
  override readonly name: string = 'DomainError';
  readonly fields: readonly FieldError[];
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    readonly detail: string,
    options: DomainErrorOptions = {},
  ) {
    super(detail, { cause: options.cause });
    this.fields = options.fields ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
