import { DomainError, type FieldError } from '@foundnow/kernel';
import type { z } from 'zod';
import { fieldErrorsOf } from './field-errors.ts';

/** One item of many, checked as the validation pipe checks a body: throws the refusal that the item alone would get. */
export function checkInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalidInput(fieldErrorsOf(result.error.issues));
}

export function invalidInput(fields: readonly FieldError[]): DomainError {
  const detail = 'The request does not have the form that the API document describes.';
  return new DomainError('request.invalid', 'validation', detail, { fields });
}
