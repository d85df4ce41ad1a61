import type { FieldError } from '@foundnow/kernel';

/** What a caller is told: everything but the trace id of the one request. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly fields?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}
