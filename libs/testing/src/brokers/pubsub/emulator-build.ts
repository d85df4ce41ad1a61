import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BrokerStartError } from '../broker-start-error.ts';
import type { ToolEnvironment } from '../config.ts';
import { runTool } from '../run-tool.ts';

const MODULE = fileURLToPath(new URL('../../../../../tools/pubsub-emulator', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../../../node_modules/.cache/foundnow', import.meta.url));
const BUILD_MS = 600_000;

export function programPath(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(MODULE).toSorted()) {
    if (/\.(go|mod|sum)$/.test(name)) hash.update(name).update(readFileSync(join(MODULE, name)));
  }
  return join(CACHE, `pubsub-emulator-${hash.digest('hex').slice(0, 8)}`);
}

/** Built aside and renamed, so that any number may do it at a time. */
export async function buildEmulator(program: string, env: ToolEnvironment): Promise<void> {
  const fresh = `${program}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  mkdirSync(CACHE, { recursive: true });
  const options = { env: { ...env, CGO_ENABLED: '0' }, timeoutMs: BUILD_MS };
  const { code, said } = await runTool('go', ['-C', MODULE, 'build', '-trimpath', '-o', fresh, '.'], options);
  if (code !== 0) {
    rmSync(fresh, { force: true });
    throw new BrokerStartError(
      `Go could not build tools/pubsub-emulator: ${said.trim().slice(-600)}`,
      'Is a Go module proxy (GOPROXY) within reach?',
    );
  }
  renameSync(fresh, program);
}
