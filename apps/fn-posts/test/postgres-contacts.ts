import { PersonEnvelopes, type RecipientKeys } from '@foundnow/crypto';
import { MemoryKms } from '@foundnow/crypto/testing';
import { Idempotency, IdempotencyStore } from '@foundnow/http';
import { uuidv7 } from '@foundnow/kernel';
import { OutboxWriter } from '@foundnow/outbox';
import { AuditTrail, type Database } from '@foundnow/postgres';
import { FakeClock } from '@foundnow/testing';
import { exportJWK, generateKeyPair } from 'jose';
import type { Post } from '../src/domain/post/post.ts';
import { dataKeysIn } from '../src/outbound/contact-vault/data-keys.ts';
import { EnvelopeVault } from '../src/outbound/contact-vault/envelope-vault.ts';
import { ContactWriter } from '../src/outbound/postgres/contact/contact-writer.ts';
import { PostgresAnsweredRequests } from '../src/outbound/postgres/postgres-answered-requests.ts';
import { PostgresContactSearch } from '../src/outbound/postgres/contact/postgres-contact-search.ts';
import { PostgresContactStore } from '../src/outbound/postgres/contact/postgres-contact-store.ts';
import { CancelContact } from '../src/use-cases/contact/cancel-contact.ts';
import { DecideContact } from '../src/use-cases/contact/decide-contact.ts';
import { DraftContact } from '../src/use-cases/contact/draft-contact.ts';
import { LetContactsPass } from '../src/use-cases/contact/let-contacts-pass.ts';
import { RequestContact } from '../src/use-cases/contact/request-contact.ts';
import { RevealContact } from '../src/use-cases/contact/reveal-contact.ts';
import { anActor, NOON } from './post.builder.ts';
import { openPostgresPosts, type PostgresPosts } from './postgres-posts.ts';

/** Contact exchanges over a database of the spec's own, at a time that the spec says. */
export interface PostgresContacts extends PostgresPosts {
  readonly clock: FakeClock;
  readonly requestContact: RequestContact;
  readonly decideContact: DecideContact;
  readonly cancelContact: CancelContact;
  readonly revealContact: RevealContact;
  readonly contactSearch: PostgresContactSearch;
  /** As each replica has one. */
  letContactsPassOver(database: Database): LetContactsPass;
}

export async function openPostgresContacts(): Promise<PostgresContacts> {
  const opened = await openPostgresPosts();
  const { database } = opened;
  const clock = new FakeClock(NOON);
  const outbox = new OutboxWriter({ schema: 'posts', service: 'fn-posts' });
  const writer = new ContactWriter(outbox, new AuditTrail('posts'));
  const storeOver = (of: Database) =>
    new PostgresContactStore(of, new Idempotency(of, new IdempotencyStore('posts')), writer);
  const store = storeOver(database);
  const contactSearch = new PostgresContactSearch(database, opened.search);
  const envelopes = new PersonEnvelopes({ kms: new MemoryKms(), keys: dataKeysIn(database), clock });
  const vault = new EnvelopeVault(envelopes, await someKeys());
  const policy = { run: async () => 'approve' as const };
  const screen = { screen: (text: string) => ({ text, masked: [] }) };
  return {
    ...opened,
    clock,
    contactSearch,
    requestContact: new RequestContact(
      store,
      contactSearch,
      new DraftContact(policy, screen, vault, uuidv7, clock),
      new PostgresAnsweredRequests(new Idempotency(database, new IdempotencyStore('posts'))),
      clock,
    ),
    decideContact: new DecideContact(store, contactSearch, vault, policy, clock),
    cancelContact: new CancelContact(store, clock),
    revealContact: new RevealContact(store, contactSearch, vault, clock),
    letContactsPassOver: (of) => new LetContactsPass(storeOver(of), clock),
  };
}

/** Somebody has asked about the post. */
export async function asked(contacts: PostgresContacts, post: Post, requesterId: string): Promise<string> {
  const by = anActor({ userId: requesterId });
  const question = { message: 'It is mine.', fields: ['email'] } as const;
  return (await contacts.requestContact.run(post.state.id, question, by)).exchange.id;
}

async function someKeys(): Promise<RecipientKeys> {
  const { publicKey } = await generateKeyPair('ECDH-ES+A256KW', { crv: 'P-256' });
  const key = { ...(await exportJWK(publicKey)), kid: 'spec' };
  return { newestOf: async () => key } as unknown as RecipientKeys;
}
