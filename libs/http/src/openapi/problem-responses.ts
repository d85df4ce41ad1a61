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
      if (access !== 'public') secure(operation, access);
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
  operation.security = [{ bearer: [] }];
  if (Array.isArray(access))
    operation.description = [operation.description, `Roles: ${access.join(', ')}.`].join(' ').trim();
}

function refusalsOf(operation: Operation, method: (typeof METHODS)[number], access: Access): number[] {
  const parameters = (operation.parameters ?? []).flatMap((one) => ('name' in one ? [one] : []));
  const headers = parameters.filter((one) => one.in === 'header').map((one) => one.name.toLowerCase());
  const hasBody = operation.requestBody !== undefined;
  return [
    ...(hasBody || parameters.length > 0 ? [400] : []),
    ...(access === 'public' ? [] : [401, 403]),
    // A repetition of what made something that is gone by now finds nothing, either.
    ...(parameters.some((one) => one.in === 'path') || headers.includes('idempotency-key') ? [404] : []),
    ...(method === 'get' ? [] : [409]),
    ...(headers.includes('if-match') ? [412, 428] : []),
    ...(hasBody ? [413, 415] : []),
    ...(headers.includes('idempotency-key') ? [422] : []),
    500,
    503,
  ];
}

function responseFor(status: number) {
  const content = { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } };
  return [`Problem${status}`, { description: STATUS_CODES[status] ?? 'Error', content }] as const;
}
