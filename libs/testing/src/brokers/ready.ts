import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { BrokerStartError } from './broker-start-error.ts';
import type { GuardedProcess } from './guarded-process.ts';
import { tellingLines } from './telling-lines.ts';

export interface Readiness {
  /** For people: who starts. */
  readonly name: string;
  readonly process: GuardedProcess;
  readonly logFile: string;
  readonly timeoutMs: number;
  /** May throw while nobody answers. */
  readonly isReady: () => Promise<boolean>;
}

const INTERVAL_MS = 50;

/** Resolves when what was started says that it serves; not when it ends before, or takes too long. */
export async function untilReady({ name, process, logFile, timeoutMs, isReady }: Readiness): Promise<void> {
  const end = performance.now() + timeoutMs;
  let cause: unknown;
  while (performance.now() < end) {
    if (process.hasExited) throw failed(`${name} ended at once`, logFile, cause);
    try {
      if (await isReady()) return;
    } catch (error) {
      cause = error;
    }
    await Promise.race([process.exited, delay(INTERVAL_MS)]);
  }
  throw failed(`${name} did not serve within ${timeoutMs} ms`, logFile, cause);
}

function failed(what: string, logFile: string, cause: unknown): BrokerStartError {
  const said = tellingLines(readFileSync(logFile, 'utf8'));
  return new BrokerStartError(`${what}: ${said}`, undefined, { cause });
}
