import type { Progress } from './broker-start-error.ts';
import type { ToolEnvironment } from './config.ts';
import type { GuardedProcess } from './guarded-process.ts';

export interface EmulatorSearch {
  readonly env: ToolEnvironment;
  readonly onProgress: Progress;
}

export interface EmulatorProgram {
  readonly name: string;
  launch(port: number, folder: string): GuardedProcess;
}

/** How an emulator is run here, or why it is not. */
export type EmulatorSource = EmulatorProgram | { readonly problem: string };
