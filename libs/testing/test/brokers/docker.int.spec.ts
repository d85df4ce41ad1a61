import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startKafka } from '@foundnow/testing/brokers';

/** Answers as an engine does, writes down what it is asked, and runs a broker that ends with an error. */
const ENGINE = `#!/bin/sh
echo "$*" >>"$ASKED"
case "$*" in
  info*) echo 28.0.0 ;;
  *StorageTool*) exit "$FORMATS" ;;
  *kafka.Kafka*) echo 'ERROR the broker is unhappy'; exit 1 ;;
esac`;

describe('a Kafka out of Docker', () => {
  let folder: string;
  let asked: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fn-docker-'));
    asked = join(folder, 'asked');
    writeFileSync(join(folder, 'docker'), ENGINE);
    chmodSync(join(folder, 'docker'), 0o755);
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const refusal = async (formats = '0'): Promise<string> => {
    const env = { PATH: folder, ASKED: asked, FORMATS: formats };
    return startKafka({ env, dataDir: join(folder, 'data') }).then(String, String);
  };
  const commands = (): string[] => readFileSync(asked, 'utf8').trim().split('\n');

  it('is a container that only this machine reaches, of a pinned image, with its files in the data folder', async () => {
    await refusal();
    const run = commands().find((line) => line.includes('kafka.Kafka')) ?? '';
    expect(run).toMatch(/^run --rm --user \d+:\d+ --volume \S+\/data\/node-1:\/foundnow --workdir \/foundnow /);
    expect(run).toMatch(/ --publish 127\.0\.0\.1:(\d+):\1 --memory 1g --network (\S+) --network-alias node-1 /);
    expect(run).toMatch(
      / apache\/kafka:\d+\.\d+\.\d+@sha256:[\da-f]{64} .* kafka\.Kafka \/foundnow\/server\.properties$/,
    );
    expect(readdirSync(join(folder, 'data/node-1'))).toEqual(['server.log', 'server.properties']);
  });

  it('leaves no network behind when it does not start, and the reason is told', async () => {
    expect(await refusal()).toMatch(/node 1 ended at once: ERROR the broker is unhappy.*; no java in PATH/s);
    const network = /^network create (\S+)$/m.exec(commands().join('\n'))?.[1];
    expect(commands().at(-1)).toBe(`network rm ${network}`);
  });

  it('is given up, in the words of the engine, when no network can be made', async () => {
    writeFileSync(
      join(folder, 'docker'),
      ENGINE.replace('info*)', "network*) echo 'all pools are in use' >&2; exit 1 ;; info*)"),
    );
    expect(await refusal()).toContain('docker network create: all pools are in use; no java in PATH');
    expect(commands().filter((line) => line.startsWith('run'))).toEqual([]);
  });

  it('is not launched on a folder that could not be formatted', async () => {
    expect(await refusal('3')).toContain('Kafka could not format');
    expect(commands().filter((line) => line.includes('kafka.Kafka'))).toEqual([]);
  });
});
