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

describe('a field that is not known', () => {
  const unknownOf = (input: object) => {
    const { error } = z.strictObject({ title: z.string().optional() }).safeParse(input);
    return fieldErrorsOf(error?.issues ?? []).map(({ path, detail }) => [path, detail]);
  };

  it.each(['colour', 'authorId', 'snake_case', 'a'.repeat(41)])(
    'is named where programs have such names: %s',
    (name) => {
      expect(unknownOf({ [name]: 1 })).toEqual([[name, 'This field is not known here.']]);
    },
  );

  it.each([
    'ada@example.org',
    '+49 151 23456789',
    '015123456789',
    'tel015123456789',
    'Ada Lovelace, 12 Main Street',
    'a'.repeat(42),
    'naïve',
    '',
    'a.b',
    '\n',
  ])('is not named where it may be anything: %j', (name) => {
    expect(unknownOf({ [name]: 1 })).toEqual([['?', 'There is an unknown field.']]);
  });

  it('is told of once, however many there are that are not named', () => {
    expect(unknownOf({ 'a@b.c': 1, 'd@e.f': 2, colour: 3 }).map(([path]) => path)).toEqual(['?', 'colour']);
  });

  it('is not named as the key of a record either', () => {
    const { error } = z
      .strictObject({ labels: z.record(z.string(), z.number()) })
      .safeParse({ labels: { 'a@b.c': 'x' } });
    expect(fieldErrorsOf(error?.issues ?? [])).toMatchObject([{ path: 'labels.?', code: 'type' }]);
  });
});
