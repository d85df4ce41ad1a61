import { STATUS_CODES } from 'node:http';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { mergeHeaders } from './header-parameters.ts';
import { PROBLEM_TYPE } from '../errors/problem.ts';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;
export type Access = 'public' | readonly string[] | undefined;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const problem = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int().min(400).max(599),
  code: z.string().describe('Stable; what a program branches on.'),
  detail: z.string().describe('For people: says what to do.'),
  traceId: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), code: z.string(), detail: z.string() })).optional(),
});

/** Adds to each operation the refusals it can give, read from what it takes, so that nobody has to list them. */
export function addProblemResponses(
  document: OpenAPIObject,
  accessOf: (method: string, path: string) => Access,
): OpenAPIObject {
  const used = new Set<number>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation === undefined) continue;
      mergeHeaders(operation);
      const access = accessOf(method.toUpperCase(), path);
      secure(operation, access);
      if (takesHeader(operation, 'if-none-match')) operation.responses[304] ??= { description: 'You have it.' };
      for (const status of refusalsOf(operation, method, access)) {
        used.add(status);
        operation.responses[status] ??= { $ref: `#/components/responses/Problem${status}` };
      }
    }
  }
  const { $schema: _dialect, ...schema } = z.toJSONSchema(problem) as Record<string, unknown>;
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: schema },
    responses: { ...document.components?.responses, ...Object.fromEntries([...used].map(responseFor)) },
  };
  return document;
}

function secure(operation: Operation, access: Access): void {
  // Nobody needs a token for what is public, but who sends one is told when it is bad.
  operation.security = access === 'public' ? [{}, { bearer: [] }] : [{ bearer: [] }];
  if (Array.isArray(access))
    operation.description = [operation.description, `Roles: ${access.join(', ')}.`].join(' ').trim();
}

function refusalsOf(operation: Operation, method: (typeof METHODS)[number], access: Access): number[] {
  const isRepeatable = takesHeader(operation, 'idempotency-key');
  return [
    // An address, a header or a body can be malformed where none is asked for, and a token bad where none is needed.
    400,
    401,
    ...(access === 'public' ? [] : [403]),
    // A repetition of what made something that is gone by now finds nothing, either.
    ...(hasPathParameter(operation) || isRepeatable ? [404] : []),
    408,
    ...(method === 'get' ? [] : [409, 413, 415]),
    ...(takesHeader(operation, 'if-match') ? [412, 428] : []),
    ...(isRepeatable ? [422] : []),
    431,
    500,
    503,
  ];
}

function hasPathParameter({ parameters = [] }: Operation): boolean {
  return parameters.some((one) => 'in' in one && one.in === 'path');
}

function takesHeader({ parameters = [] }: Operation, name: string): boolean {
  return parameters.some((one) => 'name' in one && one.in === 'header' && one.name.toLowerCase() === name);
}

function responseFor(status: number) {
  const content = { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } };
  return [`Problem${status}`, { description: STATUS_CODES[status] ?? 'Error', content }] as const;
}
