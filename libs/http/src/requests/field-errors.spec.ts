import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { fieldErrorsOf } from './field-errors.ts';

const refuse = (values: readonly string[]) =>
  fieldErrorsOf(z.strictObject({ category: z.enum(values) }).safeParse({ category: 'none' }).error?.issues ?? []);

describe('what is said about a value that is not allowed', () => {
  it('shows a few of many that are', () => {
    const [field] = refuse(Array.from({ length: 65 }, (_, i) => `category.${i}`));
    expect(field).toMatchObject({ path: 'category', code: 'not_allowed' });
    expect(field?.detail).toBe(
      'Expected one of "category.0", "category.1", "category.2", "category.3", "category.4" and 60 more.',
    );
  });

  it('shows all of a few', () => {
    expect(refuse(['lost', 'found'])[0]?.detail).toMatch(/"lost"\|"found"/);
  });
});
