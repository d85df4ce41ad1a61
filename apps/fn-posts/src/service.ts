import { defineService } from '@foundnow/service';
import { CreatePosts1763625600000 } from '../migrations/1763625600000-create-posts.ts';
import { GrowPosts1763700000000 } from '../migrations/1763700000000-grow-posts.ts';
import { AddPhotos1763710000000 } from '../migrations/1763710000000-add-photos.ts';
import { ExchangeContacts1763720000000 } from '../migrations/1763720000000-exchange-contacts.ts';
import { ForgetPeople1763730000000 } from '../migrations/1763730000000-forget-people.ts';
import { KeepConsents1763731000000 } from '../migrations/1763731000000-keep-consents.ts';
import { CutWordsAlike1763740000000 } from '../migrations/1763740000000-cut-words-alike.ts';
import { LetModeratorsAct1763750000000 } from '../migrations/1763750000000-let-moderators-act.ts';
import { TakeInBatches1763701000000 } from '../migrations/1763701000000-take-in-batches.ts';
import { composePosts, postsCommands } from './app.module.ts';
import { parsePostsConfig, postsSecrets } from './config.ts';
import { ContactRowSchema } from './outbound/postgres/contact/contact.row.ts';
import { OrganizationRowSchema } from './outbound/postgres/organizations/organization.row.ts';
import { PhotoRowSchema } from './outbound/postgres/photos/photo.row.ts';
import { PostRowSchema } from './outbound/postgres/posts/post.row.ts';
import { ErasureRowSchema } from './outbound/postgres/privacy/erasure.row.ts';
import { policies } from './policies.ts';

/** fn-posts as a whole, for its own process, for the stack and for `fn`. */
export const fnPosts = defineService({
  name: 'fn-posts',
  about: 'Reports of lost and found items: the service that frontends talk to.',
  schema: 'posts',
  workerScopes: [
    'operator',
    'post-upkeep',
    'claim-party',
    'photo-sweeper',
    'contact-upkeep',
    'eraser',
    'moderator',
    'personal-export',
  ],
  policies,
  entities: [PostRowSchema, OrganizationRowSchema, PhotoRowSchema, ContactRowSchema, ErasureRowSchema],
  migrations: [
    CreatePosts1763625600000,
    GrowPosts1763700000000,
    TakeInBatches1763701000000,
    AddPhotos1763710000000,
    ExchangeContacts1763720000000,
    ForgetPeople1763730000000,
    KeepConsents1763731000000,
    CutWordsAlike1763740000000,
    LetModeratorsAct1763750000000,
  ],
  parse: parsePostsConfig,
  compose: composePosts,
  commands: postsCommands,
  secrets: postsSecrets,
});
