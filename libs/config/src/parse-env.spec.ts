import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ConfigError } from './config-error.ts';
import { envBoolean, envDuration, envInt, envList, envUrl } from './env-types.ts';
import { parseEnv, type Environment } from './parse-env.ts';

const SECRET = 'hunter2-correct-horse';

function refusal(schema: z.ZodObject, env: Environment): ConfigError {
  try {
    parseEnv(schema, env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('The configuration was accepted.');
}

describe('parseEnv', () => {
  it('answers with typed values and defaults, and ignores what the schema does not name', () => {
    const schema = z.object({
      PORT: envInt({ min: 1, max: 65_535 }).default(4001),
      ORIGINS: envList().default([]),
      TRACE: envBoolean().optional(),
      DATABASE_URL: envUrl(['postgres', 'postgresql']),
      GRACE: envDuration(),
      BUS: z.enum(['embedded', 'kafka']).default('embedded'),
    });
    const env = { DATABASE_URL: 'postgres://u:p@h/db', GRACE: '1.5s', ORIGINS: ' a, ,b ', TRACE: 'Off', HOME: '/x' };
    expect(parseEnv(schema, env)).toEqual({
      PORT: 4001,
      ORIGINS: ['a', 'b'],
      TRACE: false,
      DATABASE_URL: 'postgres://u:p@h/db',
      GRACE: 1_500,
      BUS: 'embedded',
    });
  });

  it('takes an empty value for a missing one', () => {
    const schema = z.object({ PORT: envInt().default(7), NAME: z.string() });
    expect(parseEnv(schema, { PORT: '', NAME: 'x' })).toEqual({ PORT: 7, NAME: 'x' });
    expect(refusal(schema, { NAME: '' }).problems).toEqual([{ key: 'NAME', reason: 'is missing' }]);
  });

  it('names every wrong key at once, and what each must be', () => {
    const schema = z.object({ PORT: envInt({ min: 1, max: 65_535 }), URL: envUrl(), BUS: z.enum(['kafka', 'pubsub']) });
    expect(refusal(schema, { PORT: '0x50', URL: 'ftp://x', BUS: 'rabbit' }).problems).toEqual([
      { key: 'PORT', reason: 'must be a whole number from 1 up to 65535' },
      { key: 'URL', reason: 'must be a URL that begins with http:// or https://' },
      { key: 'BUS', reason: 'must be one of kafka, pubsub' },
    ]);
  });

  it.each<[string, z.ZodType]>([
    ['an enum', z.enum(['a', 'b'])],
    ['a literal', z.literal('x')],
    ['a URL', envUrl()],
    ['a URL of zod', z.url()],
    ['an integer', envInt()],
    ['a boolean', envBoolean()],
    ['a duration', envDuration()],
    ['a pattern', z.string().regex(/^\d+$/)],
    ['a length', z.string().max(3)],
    ['a minimum', z.string().min(1_000)],
    ['an e-mail address', z.email()],
    ['a number', z.number()],
    ['a coerced number', z.coerce.number()],
    ['a prefix', z.string().startsWith('sk-')],
    ['base64', z.base64()],
    ['a union', z.union([z.literal('on'), z.literal('off'), z.uuid()])],
    [
      'a message that repeats the value',
      z.string().refine(() => false, { error: (issue) => `bad: ${String(issue.input)}` }),
    ],
    [
      'a thrown message',
      z.string().transform((text, context) => {
        context.addIssue(`cannot use ${text}`);
        return z.NEVER;
      }),
    ],
    ['JSON', z.preprocess((text) => JSON.parse(JSON.stringify({ [String(text)]: 1 })) as unknown, z.strictObject({}))],
    ['a record', z.preprocess((text) => ({ [String(text)]: String(text) }), z.record(z.string(), z.number()))],
    ['a key pattern', z.preprocess((text) => ({ [String(text)]: 1 }), z.record(z.uuid(), z.number()))],
  ])('never repeats the value when it refuses %s', (_, type) => {
    const error = refusal(z.object({ TOKEN: type }), { TOKEN: SECRET });
    expect(error.problems.map(({ key }) => key)).toEqual(['TOKEN']);
    expect(`${error.message}${JSON.stringify(error)}${String(error.stack)}`).not.toContain(SECRET);
    expect(error.cause).toBeUndefined();
  });
});
