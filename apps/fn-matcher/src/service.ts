import type { Environment } from '@foundnow/config';
import { type RunningService, startService } from '@foundnow/service';
import { AppModule } from './app.module.ts';
import { parseMatcherConfig } from './config.ts';
import { matcherDefinition } from './definition.ts';

/** fn-matcher as a whole, for its own process and for the stack. */
export const fnMatcher = {
  ...matcherDefinition,
  start(env: Environment): Promise<RunningService> {
    const config = parseMatcherConfig(env);
    return startService(matcherDefinition, config, (kit) => AppModule.with(config, kit));
  },
};
