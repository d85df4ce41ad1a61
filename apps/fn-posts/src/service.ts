import { defineService } from '@foundnow/service';
import { AppModule } from './app.module.ts';
import { parsePostsConfig } from './config.ts';
import { postsDefinition } from './definition.ts';

/** fn-posts as a whole, for its own process, for the stack and for `fn`. */
export const fnPosts = defineService(postsDefinition, {
  parse: parsePostsConfig,
  module: (config, kit) => AppModule.with(config, kit),
  commands: AppModule.commands,
});
