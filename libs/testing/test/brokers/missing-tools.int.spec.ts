import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startApicurio, startKafka } from '@foundnow/testing/brokers';

describe('a machine without the tools for a broker', () => {
  let tools: string;

  beforeEach(() => {
    tools = mkdtempSync(join(tmpdir(), 'fn-tools-'));
  });

  afterEach(() => rmSync(tools, { recursive: true, force: true }));

  const program = (name: string, script: string): void => {
    writeFileSync(join(tools, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(tools, name), 0o755);
  };
  const env = (): Record<string, string> => ({ PATH: tools });
  const refusal = async (): Promise<string> => startKafka({ env: env() }).then(String, String);

  it('is told all that is missing and every way out', async () => {
    const said = await refusal();
    expect(said).toContain('no docker in PATH; no java in PATH');
    for (const way of ['Docker', 'Maven', 'Java 17', 'KAFKA_BROKERS']) expect(said).toContain(way);
  });

  it('is told that an engine is what Docker lacks', async () => {
    program('docker', 'echo; echo "Cannot connect to the Docker daemon" >&2; exit 1');
    expect(await refusal()).toContain('docker is there, but no engine answers; no java in PATH');
  });

  it('is told that its Java is too old', async () => {
    program('java', `echo 'openjdk version "1.8.0_392"' >&2`);
    expect(await refusal()).toContain('java is version 8, at least 17 is needed');
  });

  it('is told why JAVA_HOME is of no use', async () => {
    expect(await startKafka({ env: { ...env(), JAVA_HOME: '/no/such/jdk' } }).then(String, String)).toContain(
      'no /no/such/jdk/bin/java',
    );
  });

  it('is told the same about Apicurio', async () => {
    await expect(startApicurio({ env: env() })).rejects.toThrow(
      /no docker in PATH; no java in PATH\. Start Docker, or install Maven and Java 17/,
    );
  });
});
