import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@foundnow/kernel';
import { runWith } from '../context.ts';
import { createLogger } from './logger.ts';
import type { LogFields } from './log-fields.ts';
import type { Logger, LoggerOptions } from './logger.ts';
import { NestLogger } from './nest-logger.ts';

const SECRET = 'Grandma lost her ring behind 12 Rue Oubliée';
const MAIL = 'ada@example.org';

function capture(options: Partial<LoggerOptions> = {}) {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const logger = createLogger({ service: 'fn-posts', level: 'trace', destination, ...options });
  const last = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;
  return { logger, lines, last };
}

/** What a careless caller hands over although the types say no. */
const careless = (fields: object): LogFields => fields;

function pgError(): Error {
  return Object.assign(new Error(`duplicate key value "${SECRET}"`), {
    code: '23505',
    constraint: 'posts_pkey',
    detail: `Key (title)=(${SECRET}) already exists.`,
    parameters: [SECRET, MAIL],
    query: `INSERT INTO posts VALUES ('${SECRET}')`,
    where: SECRET,
  });
}

const plantings: Record<string, (logger: Logger) => void> = {
  'an unknown field': (logger) => logger.info(careless({ body: SECRET, title: SECRET }), 'posted'),
  'a nested object': (logger) => logger.info(careless({ code: { deep: [{ title: SECRET }] } }), 'posted'),
  'a list of objects': (logger) => logger.info(careless({ topics: [{ title: SECRET }] }), 'posted'),
  'an error message': (logger) => logger.error({ error: new Error(SECRET) }, 'failed'),
  'an error as first argument': (logger) => logger.error(careless(new Error(SECRET)), 'failed'),
  'a cause of a cause': (logger) => {
    const cause = new Error(SECRET, { cause: new Error(SECRET) });
    logger.error({ error: new DomainError('post.invalid', 'validation', SECRET, { cause }) }, 'failed');
  },
  'a message that looks like a stack': (logger) =>
    logger.error({ error: new Error(`x\n    at ${SECRET} (/a:1:1)`) }, 'x'),
  'a message changed afterwards': (logger) => {
    const error = new Error(`first\n    at (/${SECRET.replaceAll(' ', '_')}.ts:1:1)`);
    error.message = 'second';
    logger.error({ error }, 'failed');
  },
  'several errors in one': (logger) =>
    logger.error({ error: new AggregateError([new Error(SECRET)], SECRET) }, 'failed'),
  'a database error': (logger) => logger.error({ error: pgError() }, 'failed'),
  'a database error inside an ORM error': (logger) => {
    const error = Object.assign(new Error(SECRET), { driverError: pgError(), parameters: [SECRET] });
    logger.error({ err: error }, 'failed');
  },
  'a thrown text': (logger) => logger.error({ error: SECRET }, 'failed'),
  'an error code and name': (logger) => {
    logger.error({ error: Object.assign(new Error('x'), { code: SECRET, name: SECRET, kind: SECRET }) }, 'failed');
  },
  'a person, spread': (logger) =>
    logger.info(careless({ name: 'Grandma', address: '4 Rue Oubli', title: SECRET }), 'posted'),
  'a child logger': (logger) => logger.child(careless({ owner: SECRET })).info('posted'),
  'Nest error text': (logger) => new NestLogger(logger).error(SECRET, 'ExceptionsHandler'),
  'Nest error object': (logger) => new NestLogger(logger).error(new Error(SECRET), 'RpcExceptionsHandler'),
  'Nest stack text': (logger) => new NestLogger(logger).error('x', `Error: ${SECRET}\n    at f (/a.ts:1:1)`, 'Nest'),
  'Nest context': (logger) => new NestLogger(logger).warn('x', `${SECRET}!`),
};

describe('createLogger', () => {
  it.each(Object.entries(plantings))('never writes what people wrote: %s', (_where, plant) => {
    const { logger, lines } = capture();
    plant(logger);
    expect(lines).toHaveLength(1);
    for (const word of ['Grandma', 'her ring', 'Oubli', MAIL]) expect(lines.join('')).not.toContain(word);
  });

  it('masks a secret under an allowed name, in the message and in a stack frame, and counts it', () => {
    const masked: string[] = [];
    const { logger, last, lines } = capture({ onMasked: (kind) => masked.push(kind) });
    const error = new Error('x');
    error.stack = `Error: x\n    at send (/mail/${MAIL}.ts:1:1)`;
    logger.warn({ component: MAIL, topics: ['call +44 20 7946 0958'], error }, `to ${MAIL}`);
    expect(lines.join('')).not.toMatch(/ada@example|7946/);
    expect(last()).toMatchObject({ component: '[email]', topics: ['call [phone]'], msg: 'to [email]' });
    expect(masked.sort()).toEqual(['email', 'email', 'email', 'phone']);
  });

  it('says of an error its class, code, kind and frames, down to its causes', () => {
    const { logger, last } = capture();
    const error = new DomainError('post.missing', 'missing', 'No such post.', { cause: pgError() });
    logger.error({ error }, 'failed');
    expect(last().error).toMatchObject({
      class: 'DomainError',
      code: 'post.missing',
      kind: 'missing',
      cause: { code: '23505', constraint: 'posts_pkey' },
    });
    expect(JSON.stringify(last().error)).toContain('libs/telemetry/src/logging/logger.spec.ts:');
  });

  it('writes the ids of the request under way, and what its children were given', () => {
    const { logger, last } = capture();
    runWith({ correlationId: 'c-1', traceId: '4bf92f3577b34da6a3ce929d0e0e4736' }, () => {
      logger.child({ component: 'relay' }).info({ count: 3 }, 'published');
    });
    expect(last()).toMatchObject({
      level: 'info',
      service: 'fn-posts',
      msg: 'published',
      component: 'relay',
      count: 3,
      correlationId: 'c-1',
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    });
  });

  it('says how many fields it had to drop', () => {
    const { logger, last } = capture();
    logger.info(careless({ title: 'x', location: {}, count: 1 }), 'posted');
    expect(last()).toMatchObject({ dropped: 2, count: 1 });
  });

  it('is silent below its level', () => {
    const { logger, lines } = capture({ level: 'warn' });
    logger.info('quiet');
    expect(lines).toEqual([]);
  });
});

describe('NestLogger', () => {
  it("passes on Nest's complaints about wiring, which say what to do", () => {
    class UnknownDependenciesException extends Error {}
    const { logger, last } = capture();
    new NestLogger(logger).error(new UnknownDependenciesException("Nest can't resolve PostStore"), 'ExceptionHandler');
    expect(last()).toMatchObject({ msg: "Nest can't resolve PostStore", context: 'ExceptionHandler' });
  });
});
