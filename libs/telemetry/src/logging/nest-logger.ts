import type { LoggerService } from '@nestjs/common';
import type { Logger } from './logger.ts';

/** Nest's complaints about how an application is put together. They name classes, never data, and say what to do. */
const WIRING_ERROR =
  /^(Unknown|Undefined|Invalid|Circular|Uninstantiated|RouteConflict|RequestScoped)[A-Za-z]*Exception$/;

/** Lets Nest log through ours. What it reports as an error keeps class and frames, and loses its raw message. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug({ context: contextOf(rest) }, textOf(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug({ context: contextOf(rest) }, textOf(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.trace({ context: contextOf(rest) }, textOf(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    if (message instanceof Error) this.logger.warn({ context: contextOf(rest), error: message }, 'framework warning');
    else this.logger.warn({ context: contextOf(rest) }, textOf(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error({ context: contextOf(rest), error: errorOf(message, rest) }, saidBy(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.logger.fatal({ context: contextOf(rest), error: errorOf(message, rest) }, saidBy(message));
  }
}

function saidBy(message: unknown): string {
  const wiring = message instanceof Error && WIRING_ERROR.test(message.constructor.name);
  return wiring ? message.message : 'framework error';
}

/** Nest hands over the context last, behind the stack when there is one. */
function contextOf(rest: readonly unknown[]): string | undefined {
  const last = rest.at(-1);
  return typeof last === 'string' && /^[\w ./:-]{1,80}$/.test(last) ? last : undefined;
}

function errorOf(message: unknown, rest: readonly unknown[]): unknown {
  if (message instanceof Error) return message;
  const given = rest.find((item) => item instanceof Error);
  if (given !== undefined) return given;
  const stack = rest.find((item) => typeof item === 'string' && item.includes('\n    at '));
  return typeof stack === 'string' ? Object.assign(new Error(), { stack }) : undefined;
}

function textOf(message: unknown): string {
  return typeof message === 'string' ? message : 'framework message';
}
