import { publicJwks } from '@foundnow/crypto';
import type { Idempotency } from '@foundnow/http';
import { Periodic } from '@foundnow/kernel';
import { AuditTrail } from '@foundnow/postgres';
import type { ServiceKit } from '@foundnow/service';
import type { PostsConfig } from './config.ts';
import type { ContactForPosts } from './contact.module.ts';
import { OrganizationsHandler } from './inbound/events/organizations/organizations.handler.ts';
import { MatcherHandler } from './inbound/events/posts/matcher.handler.ts';
import { MediaAiHandler } from './inbound/events/posts/media-ai.handler.ts';
import { HistoryController } from './inbound/http/posts/history.controller.ts';
import { MyPostsController } from './inbound/http/posts/my-posts.controller.ts';
import { PostLifeController } from './inbound/http/posts/post-life.controller.ts';
import { PostListsController } from './inbound/http/posts/post-lists.controller.ts';
import { PostsController } from './inbound/http/posts/posts.controller.ts';
import { SuggestionsController } from './inbound/http/posts/suggestions.controller.ts';
import { DrawnPostIdentities } from './outbound/identity/drawn-post-identities.ts';
import { PostgresAnsweredRequests } from './outbound/postgres/postgres-answered-requests.ts';
import { PostgresOrganizations } from './outbound/postgres/organizations/postgres-organizations.ts';
import { PostWriter } from './outbound/postgres/posts/post-writer.ts';
import { PostgresClaims } from './outbound/postgres/posts/postgres-claims.ts';
import { PostgresModeration } from './outbound/postgres/posts/postgres-moderation.ts';
import { PostgresPostSearch } from './outbound/postgres/posts/postgres-post-search.ts';
import { PostgresPostStore } from './outbound/postgres/posts/postgres-post-store.ts';
import { PostgresPostUpkeep } from './outbound/postgres/posts/postgres-post-upkeep.ts';
import { IdentifierHashes } from './outbound/sealing/identifier-hashes.ts';
import { SealedForMatcher } from './outbound/sealing/sealed-for-matcher.ts';
import { personalDataScreen } from './outbound/text/personal-data-screen.ts';
import { KeepOrganization } from './use-cases/organizations/keep-organization.ts';
import { ReadHouseRules } from './use-cases/organizations/read-house-rules.ts';
import type { UploadedPhotos } from './use-cases/photos/uploaded-photos.port.ts';
import { CountPosts } from './use-cases/posts/count-posts.ts';
import { DecideSuggestion } from './use-cases/posts/decide-suggestion.ts';
import { DeletePost } from './use-cases/posts/delete-post.ts';
import { DraftPost } from './use-cases/posts/draft-post.ts';
import { EditPost } from './use-cases/posts/edit-post.ts';
import { ExpirePost } from './use-cases/posts/expire-post.ts';
import { FindNearbyPosts } from './use-cases/posts/find-nearby-posts.ts';
import { KeepClaim } from './use-cases/posts/keep-claim.ts';
import { LetTimePass } from './use-cases/posts/let-time-pass.ts';
import { ListPosts } from './use-cases/posts/list-posts.ts';
import { ReactivatePost } from './use-cases/posts/reactivate-post.ts';
import { ReadHistory } from './use-cases/posts/read-history.ts';
import { ReadPost } from './use-cases/posts/read-post.ts';
import { ReportItem } from './use-cases/posts/report-item.ts';
import { RepublishPosts } from './use-cases/posts/republish-posts.ts';
import { ResolvePost } from './use-cases/posts/resolve-post.ts';
import { ReturnItem } from './use-cases/posts/return-item.ts';
import { TakeAnalysis } from './use-cases/posts/take-analysis.ts';

const EXPIRY_EVERY_MS = 60_000;

/** Posts: reporting, changing, finding them, and what becomes of them over time. */
export function composePostsFeature(
  config: PostsConfig,
  kit: ServiceKit,
  idempotency: Idempotency,
  photos: UploadedPhotos,
  contact: ContactForPosts,
) {
  const { database, outbox, inbox, clock } = kit;
  const writer = new PostWriter(outbox, contact.postClosed);
  const posts = new PostgresPostStore(database, outbox, idempotency, writer);
  const upkeep = new PostgresPostUpkeep(database, inbox, writer);
  const claims = new PostgresClaims(inbox, writer, contact.contactWriter);
  const search = new PostgresPostSearch(database);
  const moderation = new PostgresModeration(database, writer, new AuditTrail('posts'));
  const organizations = new PostgresOrganizations(database, inbox);
  const identities = new DrawnPostIdentities(kit.ids, config.PUBLIC_PLACE_KEY);
  const hashes = new IdentifierHashes(config.IDENTIFIER_HASH_KEY);
  const sealer = new SealedForMatcher(publicJwks(config.SEALING_JWKS_URL, { clock }), hashes);
  const houseRules = new ReadHouseRules(organizations);
  const draftPost = new DraftPost(houseRules, personalDataScreen, sealer, identities, clock);
  const letTimePass = new LetTimePass(upkeep, clock);
  const readPost = new ReadPost(search);
  const provided = [
    new ReportItem(posts, search, draftPost, photos, new PostgresAnsweredRequests(idempotency)),
    readPost,
    new EditPost(posts, personalDataScreen, sealer, identities, clock),
    new ResolvePost(posts, clock),
    new ExpirePost(posts, clock),
    new ReactivatePost(posts, houseRules, clock),
    new DeletePost(posts, moderation, clock),
    new DecideSuggestion(posts, clock),
    new ListPosts(search),
    new FindNearbyPosts(search),
    new ReadHistory(search, moderation),
    new TakeAnalysis(upkeep, personalDataScreen, clock),
    new KeepClaim(claims, contact.openByClaim),
    new ReturnItem(claims, clock),
    new KeepOrganization(organizations),
  ];
  return {
    forPhotos: { store: posts, houseRules, readPost },
    /** What other ways of taking posts in, and out, are made of. */
    parts: { houseRules, draftPost, search },
    useCases: {
      countPosts: new CountPosts(search),
      republishPosts: new RepublishPosts(upkeep, clock),
      letTimePass,
    },
    controllers: [
      PostListsController,
      PostsController,
      PostLifeController,
      SuggestionsController,
      HistoryController,
      MyPostsController,
      MediaAiHandler,
      MatcherHandler,
      OrganizationsHandler,
    ],
    providers: provided.map((useCase) => ({ provide: useCase.constructor, useValue: useCase })),
    workers: {
      'posts-time': new Periodic(EXPIRY_EVERY_MS, (signal) => letTimePass.run(signal), kit.complaintsOf('posts-time')),
    },
  };
}
