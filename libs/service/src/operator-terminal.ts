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

/** A service's own command; `fn` mounts it under the service's name, with the service's environment. */
export type ServiceCommand = (terminal: OperatorTerminal) => Command;
