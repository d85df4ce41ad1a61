import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { z } from 'zod';
import type { ControllerMethod } from './controller-methods.ts';

const SOURCES: Readonly<Record<string, string>> = { '3': 'body', '4': 'query', '5': 'param' };

/** A route that takes input it does not check, or that lets unknown fields pass, does not start. */
export function assertStrictInput(methods: readonly ControllerMethod[]): void {
  const complaints = methods.flatMap((method) =>
    argumentsOf(method).flatMap(({ source, schema }) =>
      complaintsAbout(schema).map((complaint) => `${method.controller.name}.${method.key}: ${source} ${complaint}`),
    ),
  );
  if (complaints.length > 0) throw new Error(`Requests must be checked completely:\n  ${complaints.join('\n  ')}`);
}

function argumentsOf({ controller, key }: ControllerMethod): Array<{ source: string; schema: unknown }> {
  const metadata: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, key);
  return Object.entries((metadata ?? {}) as Record<string, { schema?: unknown }>).flatMap(([id, { schema }]) => {
    const source = SOURCES[id.split(':', 1)[0] ?? ''];
    return source === undefined ? [] : [{ source, schema }];
  });
}

function complaintsAbout(schema: unknown): string[] {
  if (schema === undefined) return ['has no schema: write @Body({ schema })'];
  if (!(schema instanceof z.ZodType)) return ['has a schema that is not of zod 4'];
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  return looseObjectsIn(json, '').map((at) => `lets unknown fields pass${at && ` at ${at}`}: use z.strictObject`);
}

function looseObjectsIn(node: unknown, at: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const here = 'properties' in node && !('additionalProperties' in node) ? [at] : [];
  return Object.entries(node).reduce((found, [key, child]) => {
    const name = key === 'properties' || /^\d+$/.test(key) ? at : `${at}.${key}`.replace(/^\./, '');
    return key === 'enum' || key === 'examples' || key === 'default'
      ? found
      : [...found, ...looseObjectsIn(child, name)];
  }, here);
}
