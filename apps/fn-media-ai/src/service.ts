import { defineService } from '@foundnow/service';
import { CreateMediaAi1763625600000 } from '../migrations/1763625600000-create-media-ai.ts';
import { ReadPhotos1763740100000 } from '../migrations/1763740100000-read-photos.ts';
import { KnowWhoseForms1763740200000 } from '../migrations/1763740200000-know-whose-forms.ts';
import { composeMediaAi, mediaAiCommands } from './app.module.ts';
import { mediaAiSecrets, parseMediaAiConfig } from './config.ts';
import { policies } from './policies.ts';

/** fn-media-ai as a whole, for its own process, for the stack and for `fn`. */
export const fnMediaAi = defineService({
  name: 'fn-media-ai',
  about: 'Reads the photos of posts: what they show, what must be hidden, what can be compared.',
  schema: 'media_ai',
  workerScopes: ['photo-reader', 'analyst', 'eraser'],
  policies,
  migrations: [CreateMediaAi1763625600000, ReadPhotos1763740100000, KnowWhoseForms1763740200000],
  parse: parseMediaAiConfig,
  compose: composeMediaAi,
  commands: mediaAiCommands,
  secrets: mediaAiSecrets,
});
