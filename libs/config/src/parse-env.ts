import type { z } from 'zod';
import { ConfigError, type ConfigProblem } from './config-error.ts';
import { reasonFor } from './issue-reason.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Turns the environment into a typed configuration, or throws with every key that is wrong and why. An empty value
 * counts as missing (that is what `KEY=` in a .env file means); keys that the schema does not name are ignored.
 */
export function parseEnv<Schema extends z.ZodObject>(schema: Schema, env: Environment): z.infer<Schema> {
  const known = Object.keys(schema.shape).map((key) => [key, env[key] === '' ? undefined : env[key]] as const);
  const result = schema.safeParse(Object.fromEntries(known));
  if (result.success) return result.data;
  const missing = new Set(known.flatMap(([key, value]) => (value === undefined ? [key] : [])));
  throw new ConfigError(distinct(result.error.issues.map((issue) => problem(issue, missing))));
}

function problem(issue: z.core.$ZodIssue, missing: ReadonlySet<string>): ConfigProblem {
  const key = String(issue.path[0] ?? '(configuration)');
  return { key, reason: missing.has(key) ? 'is missing' : reasonFor(issue) };
}

function distinct(problems: readonly ConfigProblem[]): ConfigProblem[] {
  return [...new Map(problems.map((each) => [`${each.key}\0${each.reason}`, each])).values()];
}
