import { Injectable, StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { invalidInput } from './check-input.ts';
import { fieldErrorsOf } from './field-errors.ts';

type Issues = Parameters<typeof fieldErrorsOf>[0];

/** Nest's own pipe; it only learns to say which field, and with which code. */
@Injectable()
export class RequestValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues: Issues) => invalidInput(fieldErrorsOf(issues)) });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const { schema } = metadata;
    if (schema === undefined || metadata.type === 'custom') return value;
    const result = await this.validate<T>(value, schema);
    if (result.issues === undefined) return result.value;
    throw invalidInput(fieldErrorsOf(result.issues, metadata.data));
  }
}
