import { defineService } from '@foundnow/service';
import { AppModule } from './app.module.ts';
import { parseMatcherConfig } from './config.ts';
import { matcherDefinition } from './definition.ts';

/** fn-matcher as a whole, for its own process, for the stack and for `fn`. */
export const fnMatcher = defineService(matcherDefinition, {
  parse: parseMatcherConfig,
  module: (config, kit) => AppModule.with(config, kit),
});
