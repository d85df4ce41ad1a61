import { join } from 'node:path';
import type { ToolEnvironment } from './config.ts';
import { runTool } from './run-tool.ts';

export const JAVA_AT_LEAST = 17;

/** The path of a usable `java`, or what is wrong with what was found. */
export async function findJava(env: ToolEnvironment): Promise<{ java: string } | { problem: string }> {
  const home = env['JAVA_HOME'];
  const java = home === undefined || home === '' ? 'java' : join(home, 'bin', 'java');
  const { code, said } = await runTool(java, ['-version'], { env, timeoutMs: 20_000 });
  if (code === undefined) return { problem: `no ${java === 'java' ? 'java in PATH' : java}` };
  const version = majorVersion(said);
  if (version === undefined || version < JAVA_AT_LEAST) {
    return { problem: `${java} is version ${version ?? 'unknown'}, at least ${JAVA_AT_LEAST} is needed` };
  }
  return { java };
}

/** `1.8.0_392` is 8, `17.0.15` is 17. */
export function majorVersion(said: string): number | undefined {
  const digits = /version "(?:1\.)?(\d+)/.exec(said)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
