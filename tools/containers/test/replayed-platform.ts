import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually, freePort, testDatabase, type TestDatabase } from '@foundnow/testing';
import { readCompose } from '../compose/compose-file.ts';
import { programEnvironment } from '../config.ts';
import { type Composed, ComposedSystem, makeReadOnly } from '../replay/composed-system.ts';
import { ContainerProcess, type Ended } from '../replay/container-process.ts';
import { ReplayedBuild, type ReplayedImage } from '../replay/replayed-build.ts';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const readFile = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
export const compose = readCompose(readFile('docker-compose.yml'));

export interface RunningContainer {
  readonly process: ContainerProcess;
  readonly url: string;
  /** What the engine would run to see how it is. */
  health(): Promise<Ended>;
}

/** The images of the Dockerfile and the services of docker-compose.yml on this machine, without an engine. */
export class ReplayedPlatform {
  readonly folder: string;
  readonly images: Record<string, ReplayedImage> = {};
  readonly #processes: ContainerProcess[] = [];
  readonly #system: ComposedSystem;
  /** Where a name and port of the compose file answer here: `kafka:9092` → `127.0.0.1:…`. */
  readonly hosts = new Map<string, string>();

  private constructor(readonly database: TestDatabase) {
    this.folder = mkdtempSync(join(tmpdir(), 'fn-replay-'));
    chmodSync(this.folder, 0o755);
    this.#system = new ComposedSystem(compose, join(this.folder, 'volumes'));
  }

  static async build(apps: readonly string[]): Promise<ReplayedPlatform> {
    const platform = new ReplayedPlatform(await testDatabase());
    const build = new ReplayedBuild(ROOT, platform.folder, programEnvironment());
    for (const app of apps) platform.images[app] = await build.image({ APP: app });
    return platform;
  }

  composed(service: string, changed: Readonly<Record<string, string>> = {}): Composed {
    const image = this.images[compose.services[service]?.build?.args.APP ?? ''];
    if (image === undefined) throw new Error(`${service} was not built`);
    makeReadOnly(join(image.root, image.workdir));
    const found = this.#system.service(service, image);
    const env = Object.entries(found.env).map(([key, value]) => [key, this.#here(value)] as const);
    return { ...found, env: { ...Object.fromEntries(env), ...changed } };
  }

  run(container: Composed, command = container.command): Promise<Ended> {
    return this.#start(container, command).ended();
  }

  /** `docker compose run --rm fn …` */
  fn(...args: readonly string[]): Promise<Ended> {
    const container = this.composed('fn');
    return this.run(container, [...container.command, ...args]);
  }

  /** Keys, roles, schemas, migrations; several test runs share a server, so the roles have a prefix. */
  async provision(): Promise<Ended> {
    const container = this.composed('provision', { DATABASE_ADMIN_URL: this.database.adminUrl });
    return this.run(container, [...container.command, '--role-prefix', this.database.rolePrefix]);
  }

  /** A container has addresses of its own; here a free port stands for the one that the image listens on. */
  async start(service: string, changed: Readonly<Record<string, string>> = {}): Promise<RunningContainer> {
    const port = String(await freePort());
    const container = this.composed(service, { HOST: '127.0.0.1', PORT: port, ...changed });
    const health = container.image.health.map((word) => word.replace(':8080/', `:${port}/`));
    const process = this.#start(container, container.command);
    const running = { process, url: `http://127.0.0.1:${port}`, health: () => this.run(container, health) };
    await becomesHealthy(running);
    this.hosts.set(`${service}:8080`, `127.0.0.1:${port}`);
    return running;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#processes.map((process) => process.stop()));
    for (const { root, workdir } of Object.values(this.images)) makeWritable(join(root, workdir));
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
    await this.database.drop();
  }

  #start(container: Composed, command: readonly string[]): ContainerProcess {
    const started = new ContainerProcess(container, command, dirname(process.execPath));
    this.#processes.push(started);
    return started;
  }

  #here(value: string): string {
    return [...this.hosts].reduce((text, [name, address]) => text.replaceAll(name, address), value);
  }
}

async function becomesHealthy({ process, health }: RunningContainer): Promise<void> {
  await eventually(
    async () => {
      const { code, output } = process.running ? await health() : { code: 0, output: '' };
      if (code !== 0) throw new Error(output);
    },
    // As often as composed: each question is a process.
    { timeoutMs: 90_000, intervalMs: 1_000 },
  );
  if (!process.running) throw new Error(`It ended: ${process.output}`);
}

/** So that it can be removed. */
function makeWritable(at: string): void {
  chmodSync(at, 0o755);
  for (const entry of readdirSync(at, { withFileTypes: true })) {
    if (entry.isDirectory()) makeWritable(join(at, entry.name));
  }
}
