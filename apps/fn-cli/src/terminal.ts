import type { Environment } from '@foundnow/config';
import type { OperatorTerminal } from '@foundnow/service';

export function terminal(env: Environment): OperatorTerminal {
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort()).once('SIGTERM', () => interrupt.abort());
  return {
    env,
    out: (text) => process.stdout.write(`${text}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
    interrupted: interrupt.signal,
    exitWith: (code) => {
      process.exitCode = code;
    },
  };
}
