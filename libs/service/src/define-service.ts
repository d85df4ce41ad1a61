import type { Environment } from '@foundnow/config';
import type { ServiceCommand } from './operator-terminal.ts';
import { type ReplayResult, replayService } from './replay-service.ts';
import type { RootModule, RunningService, ServiceDefinition } from './service-definition.ts';
import type { ServiceEnv } from './service-env.ts';
import type { ServiceKit } from './service-kit.ts';
import { startService } from './start-service.ts';

/** A service as its own process, the stack and the command line see it. */
export interface Service extends ServiceDefinition {
  start(env: Environment): Promise<RunningService>;
  /** Everything in the log once more through its handlers; ends at what is the end now. */
  replay(env: Environment, signal: AbortSignal): Promise<ReplayResult>;
  readonly commands: readonly ServiceCommand[];
}

export interface ServiceParts<Config extends ServiceEnv> {
  readonly parse: (env: Environment) => Config;
  readonly module: (config: Config, kit: ServiceKit) => RootModule;
  readonly commands?: readonly ServiceCommand[];
}

export function defineService<Config extends ServiceEnv>(
  definition: ServiceDefinition,
  { parse, module, commands = [] }: ServiceParts<Config>,
): Service {
  return {
    ...definition,
    commands,
    async start(env) {
      const config = parse(env);
      return startService(definition, config, (kit) => module(config, kit));
    },
    async replay(env, signal) {
      const config = parse(env);
      return replayService(definition, config, (kit) => module(config, kit), signal);
    },
  };
}
