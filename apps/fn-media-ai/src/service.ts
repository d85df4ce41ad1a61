import { defineService } from '@foundnow/service';
import { AppModule } from './app.module.ts';
import { parseMediaAiConfig } from './config.ts';
import { mediaAiDefinition } from './definition.ts';

/** fn-media-ai as a whole, for its own process, for the stack and for `fn`. */
export const fnMediaAi = defineService(mediaAiDefinition, {
  parse: parseMediaAiConfig,
  module: (config, kit) => AppModule.with(config, kit),
});
