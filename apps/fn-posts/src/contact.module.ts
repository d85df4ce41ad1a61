import { type KmsPort, localKmsOf, openGoogleKms, PersonEnvelopes, publicJwks } from '@foundnow/crypto';
import type { Idempotency } from '@foundnow/http';
import { Periodic } from '@foundnow/kernel';
import { AuditTrail } from '@foundnow/postgres';
import type { ServiceKit } from '@foundnow/service';
import type { PostsConfig } from './config.ts';
import { ContactAnswersController } from './inbound/http/contact/contact-answers.controller.ts';
import { ContactsController } from './inbound/http/contact/contacts.controller.ts';
import { dataKeysIn } from './outbound/contact-vault/data-keys.ts';
import { PostgresAnsweredRequests } from './outbound/postgres/postgres-answered-requests.ts';
import { EnvelopeVault } from './outbound/contact-vault/envelope-vault.ts';
import { ContactWriter } from './outbound/postgres/contact/contact-writer.ts';
import { PostgresContactSearch } from './outbound/postgres/contact/postgres-contact-search.ts';
import { PostgresContactStore } from './outbound/postgres/contact/postgres-contact-store.ts';
import { PostgresOrganizations } from './outbound/postgres/organizations/postgres-organizations.ts';
import { PostgresPostSearch } from './outbound/postgres/posts/postgres-post-search.ts';
import { personalDataScreen } from './outbound/text/personal-data-screen.ts';
import { CancelContact } from './use-cases/contact/cancel-contact.ts';
import { DecideContact } from './use-cases/contact/decide-contact.ts';
import { DraftContact } from './use-cases/contact/draft-contact.ts';
import { LetContactsPass } from './use-cases/contact/let-contacts-pass.ts';
import { OpenByClaim } from './use-cases/contact/open-by-claim.ts';
import { ReadContactPolicy } from './use-cases/contact/read-contact-policy.ts';
import { ReadContacts } from './use-cases/contact/read-contacts.ts';
import { RequestContact } from './use-cases/contact/request-contact.ts';
import { RevealContact } from './use-cases/contact/reveal-contact.ts';

/** And at once when a post of this process has come to its end. */
const LOOK_EVERY_MS = 30_000;

/** Two people who exchange contact data: asking, answering, seeing, and the end of it. */
export async function composeContactFeature(config: PostsConfig, kit: ServiceKit, idempotency: Idempotency) {
  const { database, inbox, clock } = kit;
  const contactWriter = new ContactWriter(kit.outbox, new AuditTrail('posts'));
  const contacts = new PostgresContactStore(database, idempotency, contactWriter);
  const search = new PostgresContactSearch(database, new PostgresPostSearch(database));
  const envelopes = new PersonEnvelopes({ kms: await kmsOf(config), keys: dataKeysIn(database), clock });
  const vault = new EnvelopeVault(envelopes, publicJwks(config.SEALING_JWKS_URL, { clock }));
  const policy = new ReadContactPolicy(new PostgresOrganizations(database, inbox));
  const draftContact = new DraftContact(policy, personalDataScreen, vault, kit.ids, clock);
  const letContactsPass = new LetContactsPass(contacts, clock);
  const worker = new Periodic(LOOK_EVERY_MS, (signal) => letContactsPass.run(signal), kit.complaintsOf('contacts'));
  const provided = [
    new RequestContact(contacts, search, draftContact, new PostgresAnsweredRequests(idempotency), clock),
    new ReadContacts(search, clock),
    new DecideContact(contacts, search, vault, policy, clock),
    new CancelContact(contacts, clock),
    new RevealContact(contacts, search, vault, clock),
  ];
  return {
    useCases: { letContactsPass },
    controllers: [ContactsController, ContactAnswersController],
    providers: provided.map((useCase) => ({ provide: useCase.constructor, useValue: useCase })),
    workers: { contacts: worker },
    /** What one gives opens in her own export. */
    vault,
    /** A verified claim opens an exchange, and the end of a post closes those that wait. */
    forPosts: { contactWriter, openByClaim: new OpenByClaim(kit.ids, clock), postClosed: () => worker.wake() },
  };
}

export type ContactForPosts = Awaited<ReturnType<typeof composeContactFeature>>['forPosts'];

async function kmsOf({ CONTACT_KMS_KEY: keyName, CONTACT_MASTER_KEY: master }: PostsConfig): Promise<KmsPort> {
  return keyName === undefined ? localKmsOf(master) : openGoogleKms({ keyName });
}
