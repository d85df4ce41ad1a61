import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import type { PostState } from '../../domain/post/post-state.ts';
import type { ContactVault } from '../contact/contact-vault.port.ts';
import type { PhotoShelf } from '../photos/photo-shelf.port.ts';
import type { ShownPhoto } from '../photos/show-photos.ts';
import type { Consent, ConsentLedger } from './consent-ledger.port.ts';
import { type HeldContact, heldContactOf } from './export-contact.ts';
import { linkedPhoto, linkTo } from './export-links.ts';
import { heldPostOf, type HeldPost } from './export-post.ts';
import type {
  AuditedAct,
  ExportSource,
  KeptAnswer,
  KeptClaim,
  KeptUpload,
  MadeChange,
  Pages,
  PersonalFacts,
} from './export-source.port.ts';

const CONSENTS_AT_ONCE = 200;

/** One kind of record each. */
export interface ExportedRecords {
  readonly posts: HeldPost & { readonly photos: readonly ShownPhoto[] };
  readonly postVersions: HeldPost;
  readonly changesOfOthers: MadeChange;
  readonly uploads: KeptUpload & { readonly link: Awaited<ReturnType<typeof linkTo>> | null };
  readonly contactExchanges: HeldContact;
  readonly verifiedClaims: KeptClaim;
  readonly consents: Consent;
  readonly keptAnswers: KeptAnswer;
  readonly auditEntries: AuditedAct;
}

export type ExportedSections = { readonly [K in keyof ExportedRecords]: Pages<ExportedRecords[K]> };

export interface PersonalExport extends PersonalFacts {
  readonly personId: string;
  readonly at: Date;
  readonly sections: ExportedSections;
}

/** Everything that this service holds of whoever asks, and nothing of anybody else. */
export class ExportPersonalData {
  constructor(
    private readonly source: ExportSource,
    private readonly consents: Pick<ConsentLedger, 'list'>,
    private readonly shelf: Pick<PhotoShelf, 'signDownload'>,
    private readonly vault: Pick<ContactVault, 'open'>,
    private readonly clock: Clock,
  ) {}

  /** Sections are read as they are taken. */
  async run({ userId: person }: Actor): Promise<PersonalExport> {
    const { source } = this;
    const at = this.clock.now();
    const facts = await source.open(person);
    const sections: ExportedSections = {
      posts: each(source.posts(person), async (post) => this.withPhotos(post)),
      postVersions: each(source.postVersions(person), heldPostOf),
      changesOfOthers: source.changesOfOthers(person),
      uploads: each(source.uploads(person), async (upload) => this.withLink(upload)),
      contactExchanges: each(source.contacts(person), async (state) => heldContactOf(state, person, at, this.vault)),
      verifiedClaims: source.claims(person),
      consents: this.consentsOf(person, at),
      keptAnswers: source.answers(person),
      auditEntries: source.acts(person),
    };
    return { ...facts, personId: person, at, sections };
  }

  private async withPhotos(post: PostState): Promise<ExportedRecords['posts']> {
    const held = heldPostOf(post);
    // Their files go with the post, within moments.
    const shelf = post.status === 'deleted' ? undefined : this.shelf;
    const photos = post.photos.map(async (photo, i) => {
      const view = held.view.photos[i];
      return view && linkedPhoto(photo, view, shelf);
    });
    return { ...held, photos: (await Promise.all(photos)).filter((photo) => photo !== undefined) };
  }

  private async withLink(upload: KeptUpload): Promise<ExportedRecords['uploads']> {
    return { ...upload, link: upload.objectKey === null ? null : await linkTo(upload.objectKey, this.shelf) };
  }

  private async *consentsOf(person: string, now: Date): AsyncGenerator<readonly Consent[]> {
    for (let after: Consent | undefined; ;) {
      const page: readonly Consent[] = await this.consents.list(person, now, CONSENTS_AT_ONCE, after);
      yield page;
      after = page.at(-1);
      if (page.length < CONSENTS_AT_ONCE) return;
    }
  }
}

/** One after the other: what a page needs besides must not all be in memory, or under way, at once. */
async function* each<From, To>(pages: Pages<From>, change: (record: From) => To | Promise<To>): AsyncGenerator<To[]> {
  for await (const page of pages) {
    const changed: To[] = [];
    for (const record of page) changed.push(await change(record));
    yield changed;
  }
}
