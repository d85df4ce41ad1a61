import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import type { PostEdit } from '../../domain/post/editing.ts';
import { readIdentifiers } from '../../domain/post/identifiers.ts';
import { postInvalid } from '../../domain/post/post-errors.ts';
import { closenessOf, type PostView, viewOf } from '../../domain/post/post-view.ts';
import type { ItemSecrets, SealedSecrets } from '../../domain/post/secrets.ts';
import type { ExpectedVersion } from './expected-version.ts';
import type { PostIdentities } from './post-identities.port.ts';
import type { PostStore } from './post-store.port.ts';
import { screenReport, type Warning } from './screen-report.ts';
import type { SecretSealer } from './secret-sealer.port.ts';
import type { TextScreen } from './text-screen.port.ts';

/** Only what is to change; secrets are given anew as a whole, because nobody can read them to change a part. */
export type EditRequest = Omit<PostEdit, keyof SealedSecrets> & Partial<ItemSecrets>;

export interface Edited {
  readonly post: PostView;
  readonly warnings: readonly Warning[];
}

/** The author or the desk corrects a post. */
export class EditPost {
  constructor(
    private readonly posts: PostStore,
    private readonly screen: TextScreen,
    private readonly sealer: SecretSealer,
    private readonly identities: PostIdentities,
    private readonly clock: Clock,
  ) {}

  async run(id: string, request: EditRequest, by: Actor, expected: ExpectedVersion): Promise<Edited> {
    const { clean, warnings } = screenReport(request, this.screen);
    const edit = await this.sealed(id, clean, by, expected);
    const { state } = await this.posts.update(id, by, expected, (post) =>
      post.edit(edit, this.identities.publicPlaceOf, by, this.clock.now()),
    );
    return { post: viewOf(state, closenessOf(state, by)), warnings };
  }

  private async sealed(id: string, edit: EditRequest, by: Actor, expected: ExpectedVersion): Promise<PostEdit> {
    const { identifiers: written, proof, ...fields } = edit;
    if (written === undefined && proof === undefined) return fields;
    const { identifiers, faults } = readIdentifiers(written ?? []);
    if (faults.length > 0) throw postInvalid(faults);
    // What would be refused needs no keys; and what is sealed is bound to the id that the row has.
    const post = await this.posts.look(id, by, expected);
    const secrets = { ...(written && { identifiers }), ...(proof && { proof }) };
    return { ...fields, ...(await this.sealer.seal(post.id, secrets)) };
  }
}
