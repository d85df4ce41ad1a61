import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { programEnvironment } from '../config.ts';

const AUTOCANNON = createRequire(import.meta.url).resolve('autocannon/autocannon.js');

export interface HttpLoad {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  readonly token: string;
  readonly body: string;
}

export interface HttpResult {
  readonly perSecond: number;
  readonly answered: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

interface Report {
  readonly duration: number;
  readonly '2xx': number;
  readonly non2xx: number;
  readonly errors: number;
  readonly latency: { readonly p50: number; readonly p99: number };
}

/** Posts the same body over and over, each connection as fast as it is answered, from a process of its own. */
export async function postLoad({ url, connections, seconds, token, body }: HttpLoad): Promise<HttpResult> {
  const headers = ['-H', `authorization=Bearer ${token}`, '-H', 'content-type=application/json'];
  const load = ['-j', '-n', '-m', 'POST', '-c', String(connections), '-d', String(seconds), '-b', body];
  const options = { env: programEnvironment(), maxBuffer: 16 * 1024 * 1024, timeout: (seconds + 60) * 1000 };
  const { stdout } = await promisify(execFile)(process.execPath, [AUTOCANNON, ...load, ...headers, url], options);
  const report = JSON.parse(stdout) as Report;
  const answered = report['2xx'];
  return {
    perSecond: answered / report.duration,
    answered,
    p50: report.latency.p50,
    p99: report.latency.p99,
    failed: report.non2xx + report.errors,
  };
}
