import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { startBenchServer, type BenchServer } from './bench-server.ts';
import { broken, judge, type Row, type RowResult } from './row.ts';

export interface RunRowsOptions {
  readonly quick: boolean;
  readonly slack: number;
  readonly save: boolean;
  readonly json: boolean;
  /** A PostgreSQL that was brought. */
  readonly server: string | undefined;
  /** Results. */
  readonly print: (line: string) => void;
  /** Everything else. */
  readonly progress: (line: string) => void;
}

/** Runs one row after the other on one server and answers with how many failed. */
export async function runRows(rows: readonly Row[], options: RunRowsOptions): Promise<number> {
  let server: Promise<BenchServer> | undefined;
  const useServer = (): Promise<BenchServer> => (server ??= startBenchServer(options.server, options.progress));
  let failed = 0;
  try {
    for (const row of rows) {
      const result = await measure(row, options, useServer);
      if (!result.pass) failed += 1;
      report(result, options);
    }
    return failed;
  } finally {
    await (await server?.catch(() => undefined))?.stop();
  }
}

async function measure(row: Row, options: RunRowsOptions, useServer: () => Promise<BenchServer>): Promise<RowResult> {
  const progress = (text: string): void => options.progress(`${row.name}: ${text}`);
  const closing = new AsyncDisposableStack();
  let postgres: string | undefined;
  const database = async () => {
    const server = await useServer();
    postgres = server.about;
    const fresh = await server.database();
    closing.defer(() => fresh.drop());
    return fresh;
  };
  try {
    const { details, ...measurement } = await row.run({
      quick: options.quick,
      slack: options.slack,
      progress,
      database,
      closing,
    });
    return judge(
      row,
      { ...measurement, details: { ...details, quick: options.quick, ...machine(postgres) } },
      options.slack,
    );
  } catch (error) {
    progress(`broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return broken(row, error);
  } finally {
    await closing.disposeAsync().catch((error: unknown) => progress(`left something behind: ${String(error)}`));
  }
}

function machine(postgres: string | undefined): Record<string, unknown> {
  const { platform, arch, version } = process;
  return { machine: { cpus: availableParallelism(), system: `${platform}-${arch}`, node: version, postgres } };
}

function report(result: RowResult, { json, save, print }: RunRowsOptions): void {
  print(json ? JSON.stringify(result) : sentence(result));
  if (!save || result.measured === null) return;
  const file = new URL(`../results/${result.row}.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
}

function sentence({ row, measured, unit, peer, peerName, ratio, bound, pass, details }: RowResult): string {
  const judged = `${pass ? 'pass' : 'FAIL'}  ${row}: ${measured} ${unit}`;
  return `${judged} beside ${peer} of ${peerName}, ratio ${ratio} (promise: ${bound})\n      ${JSON.stringify(details)}`;
}
