import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ZodObject, z } from 'zod';
import { foldersIn, readText } from '../../verify/files.ts';

/** `fn provision` gives these to every service, beside those that its config.ts names. */
const HANDED_OUT = ['DATABASE_URL', 'BUS_DATABASE_URL'];

export interface AppConfig {
  readonly schemas: readonly ZodObject[];
  /** Given by no file of variables: `fn provision` makes them. */
  readonly handedOut: ReadonlySet<string>;
}

/** What the config.ts of an app exports; undefined for the command line, which has none. */
export async function appConfig(root: string, app: string): Promise<AppConfig | undefined> {
  const file = join(root, 'apps', app, 'src/config.ts');
  if (!existsSync(file)) return undefined;
  const exported = Object.entries((await import(pathToFileURL(file).href)) as object);
  const secrets = exported.flatMap(([name, value]) => (name.endsWith('Secrets') ? Object.keys(value as object) : []));
  return {
    schemas: exported.flatMap(([, value]) => (value instanceof z.ZodObject ? [value] : [])),
    handedOut: new Set(isService(root, app) ? [...HANDED_OUT, ...secrets] : []),
  };
}

/** The command line takes what it needs from the environment of the service that a command is about. */
export async function keysOfCommandLine(root: string, app: string): Promise<Set<string>> {
  const services = foldersIn(root, 'apps').filter((name) => isService(root, name));
  const configs = await Promise.all(services.map((name) => appConfig(root, name)));
  const own = [...readText(root, `apps/${app}/README.md`).matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, key = '']) => key);
  return new Set([...own, ...configs.flatMap((config) => keysIn(config))]);
}

export function keysIn(config: AppConfig | undefined): string[] {
  return config?.schemas.flatMap(({ shape }) => Object.keys(shape)) ?? [];
}

function isService(root: string, app: string): boolean {
  return existsSync(join(root, 'apps', app, 'src/service.ts'));
}
