import type { Environment } from '@foundnow/config';
import { type RunningService, startService } from '@foundnow/service';
import { AppModule } from './app.module.ts';
import { parsePostsConfig } from './config.ts';
import { postsDefinition } from './definition.ts';

/** fn-posts as a whole, for its own process and for the stack. */
export const fnPosts = {
  ...postsDefinition,
  start(env: Environment): Promise<RunningService> {
    const config = parsePostsConfig(env);
    return startService(postsDefinition, config, (kit) => AppModule.with(config, kit));
  },
};
