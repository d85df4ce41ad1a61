import type { Environment } from '@foundnow/config';
import { type RunningService, startService } from '@foundnow/service';
import { AppModule } from './app.module.ts';
import { parseMediaAiConfig } from './config.ts';
import { mediaAiDefinition } from './definition.ts';

/** fn-media-ai as a whole, for its own process and for the stack. */
export const fnMediaAi = {
  ...mediaAiDefinition,
  start(env: Environment): Promise<RunningService> {
    const config = parseMediaAiConfig(env);
    return startService(mediaAiDefinition, config, (kit) => AppModule.with(config, kit));
  },
};
