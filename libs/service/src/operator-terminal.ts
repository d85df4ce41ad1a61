import type { Environment } from '@foundnow/config';
import type { Command } from 'commander';

/** All that a command of `fn` may touch of the outside: what it reads and where it prints. */
export interface OperatorTerminal {
  readonly env: Environment;
  /** Results, for people or for the next program. */
  out(text: string): void;
  /** Progress and hints, which a pipe does not carry on. */
  note(text: string): void;
  /** Aborted by Ctrl-C: commands that follow something end well. */
  readonly interrupted: AbortSignal;
  exitWith(code: number): void;
}

/** Opens the service on the environment of the terminal, lets `work` use it, and closes it again. */
export type WithUseCases<UseCases> = <T>(work: (useCases: UseCases) => Promise<T>) => Promise<T>;

/** A service's own command; `fn` mounts it under the service's name. */
export type ServiceCommand<UseCases> = (terminal: OperatorTerminal, withUseCases: WithUseCases<UseCases>) => Command;
