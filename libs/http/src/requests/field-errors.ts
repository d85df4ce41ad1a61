import type { FieldError } from '@foundnow/kernel';

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
const LONGEST_NAME = 64;
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
  const path = [...(parent === undefined ? [] : [parent]), ...(issue.path ?? []).map(nameOf)].map(clean);
  if (issue.code === 'unrecognized_keys') {
    const detail = 'This field is not known here.';
    return (issue.keys ?? []).map((key) => ({ path: [...path, clean(key)].join('.'), code: 'unknown', detail }));
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
  return String(typeof segment === 'object' ? segment.key : segment);
}

/** Names of fields come from the caller too: short, and free of what breaks a log line. */
function clean(name: string): string {
  const printable = name.replaceAll(/[^\p{L}\p{N}_$.:@-]/gu, '?');
  return printable.length > LONGEST_NAME ? `${printable.slice(0, LONGEST_NAME)}…` : printable;
}

function codeOf(issue: Issue): string {
  if (typeof issue.params?.code === 'string') return issue.params.code;
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return 'required';
  return CODES[issue.code ?? ''] ?? 'invalid';
}
