import { EmbeddedPostgresError, startEmbeddedPostgres } from '../../src/index.ts';

// Run as a process of its own, so that a spec can kill it or be another user: one JSON line per fact on stdout.
const say = (fact: object): boolean => process.stdout.write(`${JSON.stringify(fact)}\n`);
const begun = performance.now();
try {
  const server = await startEmbeddedPostgres({
    ...(JSON.parse(process.argv[2] ?? '{}') as { dataDir: string }),
    onProgress: (progress) => say({ progress }),
  });
  const { pid, port, version, dataDir } = server;
  say({ started: { ms: Math.round(performance.now() - begun), pid, port, version, dataDir, url: server.url() } });
  process.stdin.once('data', () => {
    process.stdin.destroy();
    void server.stop();
  });
} catch (error) {
  if (!(error instanceof EmbeddedPostgresError)) throw error;
  say({ refused: { code: error.code, message: error.message, exitCode: error.exitCode } });
}
