import { Idempotency, IdempotencyRetention, IdempotencyStore } from '@foundnow/http';
import { type Composition, openObjects, type ServiceKit } from '@foundnow/service';
import type { PostsConfig } from './config.ts';
import { composeContactFeature } from './contact.module.ts';
import { erasePeople } from './inbound/cli/erase-people.ts';
import { listErasures } from './inbound/cli/list-erasures.ts';
import { postStats } from './inbound/cli/post-stats.ts';
import { republishPosts } from './inbound/cli/republish-posts.ts';
import { composeExportFeature } from './export.module.ts';
import { composePhotosFeature, composeUploads } from './photos.module.ts';
import { composeIntakeFeature } from './intake.module.ts';
import { composePostsFeature } from './posts.module.ts';
import { composePrivacyFeature } from './privacy.module.ts';

/** The composition root: what fn-posts can do. Each feature binds its use cases to adapters in a module of its own. */
export async function composePosts(config: PostsConfig, kit: ServiceKit) {
  const { database, complaintsOf } = kit;
  const answers = new IdempotencyStore('posts');
  const idempotency = new Idempotency(database, answers);
  const objects = await openObjects(config, (error, facts) => kit.logger.error({ error, ...facts }, 'upload failed'));
  const uploads = composeUploads(kit, idempotency, objects.store);
  const contact = await composeContactFeature(config, kit, idempotency);
  const posts = composePostsFeature(config, kit, idempotency, uploads.uploadedPhotos, contact.forPosts);
  const photos = composePhotosFeature(kit, uploads, posts.forPhotos);
  const intake = composeIntakeFeature(kit, idempotency, posts.parts, uploads.uploadedPhotos);
  const personal = composeExportFeature(kit, uploads.shelf, contact.vault);
  const toForget = { answers, contact: contact.forPosts, sweepPhotos: uploads.sweepPhotos };
  const privacy = composePrivacyFeature(kit, toForget);
  return {
    useCases: { ...posts.useCases, ...photos.useCases, ...contact.useCases, ...privacy.useCases },
    controllers: [
      ...intake.controllers,
      ...posts.controllers,
      ...photos.controllers,
      ...contact.controllers,
      ...personal.controllers,
      ...privacy.controllers,
    ],
    providers: [
      ...intake.providers,
      ...posts.providers,
      ...photos.providers,
      ...contact.providers,
      ...personal.providers,
      ...privacy.providers,
    ],
    workers: {
      'idempotency-retention': new IdempotencyRetention(database, answers, complaintsOf('idempotency-retention')),
      ...posts.workers,
      ...photos.workers,
      ...contact.workers,
      ...privacy.workers,
    },
    beforeServing: privacy.beforeServing,
    mounts: objects.mounts,
  } satisfies Composition;
}

export type PostsUseCases = Awaited<ReturnType<typeof composePosts>>['useCases'];

/** `fn posts …` */
export const postsCommands = [postStats, republishPosts, listErasures, erasePeople];
