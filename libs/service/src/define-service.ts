import type { Environment } from '@foundnow/config';
import type { Command } from 'commander';
import type { OperatorTerminal } from './operator-terminal.ts';
import { type ReplayResult, replayService } from './replay-service.ts';
import type { RunningService, ServiceDefinition } from './service-definition.ts';
import type { ServiceEnv } from './service-env.ts';
import { type KitOverrides, withKit } from './service-kit.ts';
import { startService } from './start-service.ts';

/** A service as its own process, the stack and the command line see it. */
export interface Service extends Pick<
  ServiceDefinition,
  'name' | 'about' | 'schema' | 'entities' | 'migrations' | 'policies'
> {
  /** Keys of its environment that hold 32 secret bytes, each with what they are for. */
  readonly secrets: Readonly<Record<string, string>>;
  start(env: Environment, overrides?: KitOverrides): Promise<RunningService>;
  /** Everything in the log once more through its handlers; ends at what is the end now. */
  replay(env: Environment, signal: AbortSignal): Promise<ReplayResult>;
  commands(terminal: OperatorTerminal): readonly Command[];
}

export function defineService<Config extends ServiceEnv, UseCases>(
  definition: ServiceDefinition<Config, UseCases>,
): Service {
  const { name, about, schema, entities = [], migrations, policies, parse, compose } = definition;
  const { commands = [], secrets = {} } = definition;
  return {
    name,
    about,
    schema,
    entities,
    migrations,
    policies,
    secrets,
    async start(env, overrides) {
      return startService(definition, parse(env), overrides);
    },
    async replay(env, signal) {
      return replayService(definition, parse(env), signal);
    },
    commands(terminal) {
      return commands.map((command) =>
        command(terminal, (work) => {
          const config = parse(terminal.env);
          return withKit(definition, config, async (kit) => work((await compose(config, kit)).useCases));
        }),
      );
    },
  };
}
