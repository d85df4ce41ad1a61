import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Http2Server } from 'node:http2';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Something listens where the environment says; what the command does with it is its own affair. */
describe('with-broker', () => {
  let listener: Http2Server;
  let address: string;

  beforeAll(async () => {
    listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const at = listener.address();
    address = typeof at === 'object' && at !== null ? `127.0.0.1:${at.port}` : '';
  });

  afterAll(() => void listener.close());

  const start = (
    args: readonly string[],
    env: Record<string, string>,
    program = 'tools/with-broker.ts',
  ): ChildProcess =>
    spawn(process.execPath, ['--import', './tools/runtime/register.mjs', program, ...args], {
      cwd: ROOT,
      env: { PATH: '/usr/bin:/bin', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });

  const run = (args: readonly string[], env: Record<string, string> = { KAFKA_BROKERS: address }) =>
    ended(start(args, env));

  async function ended(child: ChildProcess) {
    const said = { stdout: '', stderr: '' };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
    const [code] = (await once(child, 'close')) as [number];
    return { code, ...said };
  }

  it('tells the command where the broker is, and ends as the command does', async () => {
    const { code, stdout, stderr } = await run(['kafka', '--', '/bin/sh', '-c', 'echo "at $KAFKA_BROKERS"; exit 7']);
    expect([code, stdout]).toEqual([7, `at ${address}\n`]);
    expect(stderr).toContain(`with-broker: Using the Kafka at ${address}`);
  });

  it('does the same for Pub/Sub', async () => {
    const command = ['pubsub', '--', '/bin/sh', '-c', 'echo "at $PUBSUB_EMULATOR_HOST"'];
    expect(await run(command, { PUBSUB_EMULATOR_HOST: address })).toMatchObject({ code: 0, stdout: `at ${address}\n` });
  });

  it('says how a command ended that was killed, as a shell does', async () => {
    expect((await run(['kafka', '--', '/bin/sh', '-c', 'kill -9 $$'])).code).toBe(137);
  });

  it.each([
    ['once to the command alone', (child: ChildProcess) => child.kill('SIGINT')],
    ['to the whole group', (child: ChildProcess) => process.kill(-(child.pid ?? 0), 'SIGINT')],
    ['twice, as npm does', (child: ChildProcess) => child.kill('SIGINT') && child.kill('SIGINT')],
  ])('hands on a signal that came %s exactly once, and waits for the end', async (_, signal) => {
    const count = `let n = 0; process.on('SIGINT', () => { n += 1; setTimeout(() => process.exit(40 + n), 200); });
      setInterval(() => {}, 1000); console.log('ready');`;
    const child = start(['kafka', '--', process.execPath, '-e', count], { KAFKA_BROKERS: address });
    await once(child.stdout!, 'data');
    signal(child);
    expect(await once(child, 'close')).toEqual([41, null]);
  });

  it('fails within seconds, and never runs the command, when nobody listens at the address', async () => {
    const { code, stdout, stderr } = await run(['kafka', '--', 'echo', 'ran'], { KAFKA_BROKERS: '127.0.0.1:9' });
    expect([code, stdout]).toEqual([69, '']);
    expect(stderr).toMatch(/nobody listens there\. Start that Kafka, or unset KAFKA_BROKERS/);
  });

  it('fails within seconds, naming every way out, when no broker can be started', async () => {
    const { code, stderr } = await run(['kafka', '--', 'echo', 'ran'], { PATH: '/nonexistent' });
    expect(code).toBe(69);
    expect(stderr).toMatch(/no docker in PATH; no java in PATH\. Start Docker, or install Maven/);
  });

  it('takes a command with it that watches its lifeline, even when it is killed itself', async () => {
    const watch = `process.once('disconnect', () => { console.log('alone'); process.exit(); });
      setInterval(() => {}, 1000); console.log('ready');`;
    const command = ['kafka', '--', process.execPath, '-e', watch];
    const beside = `import { main } from './tools/with-broker.ts';
      await main(${JSON.stringify(command)}, { env: {}, lifeline: true });`;
    const node = ['--import', './tools/runtime/register.mjs', '--input-type=module', '-e', beside];
    const child = spawn(process.execPath, node, { cwd: ROOT, env: { KAFKA_BROKERS: address } });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    // The output is closed by its last writer, which is the command.
    await once(child, 'close');
    expect(said).toBe('ready\nalone\n');
  });

  it.each([
    [['--help'], 0, /npm run start:kafka/],
    [['--nodes', 'two'], 2, /--nodes takes a whole number/],
    [['--', 'ls'], 2, /options only/],
  ])('beside the platform reads %j', async (args, code, words) => {
    const run = await ended(start(['kafka', ...args], {}, 'tools/start-beside.ts'));
    expect(run.code).toBe(code);
    expect(`${run.stdout}${run.stderr}`).toMatch(words);
  });

  it('explains itself', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('--data DIR') });
    expect(await run(['kafka'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--help says more') });
    expect((await run(['kafka', '--', 'no-such-program'])).code).toBe(127);
  });
});
