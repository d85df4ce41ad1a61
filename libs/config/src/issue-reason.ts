import type { z } from 'zod';

/**
 * Words of our own for each kind of issue. The validator's words are not used: some repeat what was found, and a
 * schema's own message (`.refine`) is written by somebody who did not think of secrets.
 */
export function reasonFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `missing or not ${article(issue.expected)}`
        : `must be ${article(issue.expected)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `must be ${issue.inclusive === false ? 'more than' : 'at least'} ${String(issue.minimum)}${unit(issue.origin)}`;
    case 'too_big':
      return `must be ${issue.inclusive === false ? 'less than' : 'at most'} ${String(issue.maximum)}${unit(issue.origin)}`;
    case 'invalid_format':
      return `is not a valid ${issue.format === 'regex' ? 'value: it has the wrong form' : issue.format}`;
    case 'not_multiple_of':
      return `must be a multiple of ${String(issue.divisor)}`;
    case 'unrecognized_keys':
      return 'has keys that are not known';
    case 'custom':
      return wanted(issue.params) ?? 'is not valid';
    default:
      return 'is not valid';
  }
}

/** Our own helpers say what they want in `params.wanted`, a text that stands in the source. */
function wanted(params: Record<string, unknown> | undefined): string | undefined {
  return typeof params?.['wanted'] === 'string' ? params['wanted'] : undefined;
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function unit(origin: string): string {
  return origin === 'string' ? ' characters long' : origin === 'array' ? ' entries' : '';
}
