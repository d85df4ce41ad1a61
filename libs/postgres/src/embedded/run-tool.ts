import { execFile } from 'node:child_process';
import { unsupported } from './platform-package.ts';
import type { ServerUser } from './server-user.ts';

/** Messages must be English to be recognised, and nothing of our own environment is PostgreSQL's business. */
export const SERVER_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

export interface ToolResult {
  readonly ok: boolean;
  readonly said: string;
}

/** Runs one of PostgreSQL's programs to its end. */
export async function runTool(file: string, args: readonly string[], user: ServerUser): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const options = { env: SERVER_ENVIRONMENT, cwd: '/', timeout: 120_000, ...user };
    execFile(file, args, options, (error, stdout, stderr) => {
      if (error?.code === 'ENOENT') return reject(unsupported('its program loader is missing.', error));
      const said = `${stderr}\n${stdout}${error === null ? '' : `\n${error.message}`}`;
      resolve({ ok: error === null, said });
    });
  });
}
