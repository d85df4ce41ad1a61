import type { Progress } from './broker-start-error.ts';
import type { ToolEnvironment } from './config.ts';
import type { GuardedProcess } from './guarded-process.ts';

export interface ProgramSearch {
  readonly env: ToolEnvironment;
  readonly onProgress: Progress;
}

/** A server for tests: it listens at the port of 127.0.0.1, and its files are in the folder, `server.log` among them. */
export interface Program {
  readonly name: string;
  launch(port: number, folder: string): GuardedProcess;
}

/** How a program is run here, or why it is not. */
export type ProgramSource = Program | { readonly problem: string };
