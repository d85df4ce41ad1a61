import type { FieldError } from '@foundnow/kernel';
import { repeatableName } from './field-name.ts';

/** What Standard Schema says about a failure, with what zod adds to it. */
interface Issue {
  readonly message: string;
  readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined;
  readonly code?: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly params?: { readonly code?: unknown } | undefined;
}

const MOST_ERRORS = 50;
/** Stands for a name that is not repeated. */
const UNNAMED = '?';
const MOST_VALUES = 5;

const CODES: Readonly<Record<string, string>> = {
  invalid_type: 'type',
  too_small: 'too_small',
  too_big: 'too_big',
  invalid_format: 'format',
  not_multiple_of: 'multiple',
  unrecognized_keys: 'unknown',
  invalid_union: 'type',
  invalid_key: 'name',
  invalid_element: 'element',
  invalid_value: 'not_allowed',
};

export function fieldErrorsOf(issues: readonly Issue[], parent?: string): FieldError[] {
  return issues.flatMap((issue) => fieldsOf(issue, parent)).slice(0, MOST_ERRORS);
}

function fieldsOf(issue: Issue, parent: string | undefined): FieldError[] {
  const path = [...(parent === undefined ? [] : [parent]), ...(issue.path ?? []).map(nameOf)];
  if (issue.code === 'unrecognized_keys') {
    const names = new Set((issue.keys ?? []).map((key) => repeatableName(key)));
    return [...names].map((name) => unknownField(path, name));
  }
  return [{ path: path.join('.'), code: codeOf(issue), detail: detailOf(issue) }];
}

/** Zod lists all that is allowed; of a long list a few show what is meant, and the API document has the rest. */
function detailOf({ message, values }: Issue): string {
  if (values === undefined || values.length <= MOST_VALUES + 1) return message;
  const some = values.slice(0, MOST_VALUES).map((value) => JSON.stringify(value));
  return `Expected one of ${some.join(', ')} and ${values.length - MOST_VALUES} more.`;
}

function nameOf(segment: PropertyKey | { readonly key: PropertyKey }): string {
  return repeatableName(String(typeof segment === 'object' ? segment.key : segment)) ?? UNNAMED;
}

function unknownField(path: readonly string[], name: string | undefined): FieldError {
  const detail = name === undefined ? 'There is an unknown field.' : 'This field is not known here.';
  return { path: [...path, name ?? UNNAMED].join('.'), code: 'unknown', detail };
}

function codeOf(issue: Issue): string {
  if (typeof issue.params?.code === 'string') return issue.params.code;
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return 'required';
  return CODES[issue.code ?? ''] ?? 'invalid';
}
