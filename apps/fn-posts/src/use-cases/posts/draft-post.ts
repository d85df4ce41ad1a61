import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import type { Photo } from '../../domain/photo/photo.ts';
import { readIdentifiers } from '../../domain/post/identifiers.ts';
import { postInvalid } from '../../domain/post/post-errors.ts';
import type { PostEvent } from '../../domain/post/post-events.ts';
import type { HouseRules } from '../../domain/post/house-rules.ts';
import type { ItemReport, Visibility } from '../../domain/post/item-report.ts';
import type { Batch } from '../../domain/post/post-state.ts';
import { Post } from '../../domain/post/post.ts';
import { faultsOf } from '../../domain/post/report-rules.ts';
import { type ItemSecrets, NO_SECRETS } from '../../domain/post/secrets.ts';
import type { ReadHouseRules } from '../organizations/read-house-rules.ts';
import type { PostIdentities } from './post-identities.port.ts';
import { screenReport, type Warning } from './screen-report.ts';
import type { SecretSealer } from './secret-sealer.port.ts';
import type { TextScreen } from './text-screen.port.ts';

/** What somebody says about an item, secrets included. */
export interface ReportRequest extends ItemSecrets {
  /** Without a visibility the organization decides. */
  readonly report: Omit<ItemReport, 'visibility'> & { readonly visibility: Visibility | null };
  readonly photoUploadIds: readonly string[];
}

export interface Draft {
  readonly post: Post;
  readonly events: readonly PostEvent[];
  readonly warnings: readonly Warning[];
  /** The same post with another reference. */
  readonly redraw: () => Pick<Draft, 'post' | 'events'>;
}

/** What a draft is made under. */
export interface Circumstances {
  readonly house: HouseRules;
  readonly batch: Batch | null;
  readonly photos?: readonly Photo[] | undefined;
}

/** From what somebody says to a post that may be kept: under the house's rules, without contact data, secrets sealed. */
export class DraftPost {
  constructor(
    private readonly houseRules: Pick<ReadHouseRules, 'run'>,
    private readonly screen: TextScreen,
    private readonly sealer: SecretSealer,
    private readonly identities: PostIdentities,
    private readonly clock: Clock,
  ) {}

  async run(request: ReportRequest, photos: readonly Photo[], by: Actor): Promise<Draft> {
    return this.under({ house: await this.houseRules.run(by.orgId), batch: null, photos }, request, by);
  }

  async under({ house, batch, photos = [] }: Circumstances, request: ReportRequest, by: Actor): Promise<Draft> {
    const { report: said, ...written } = request;
    const now = this.clock.now();
    const { identifiers, faults } = readIdentifiers(written.identifiers);
    const { clean, warnings } = screenReport({ ...said, proof: written.proof }, this.screen);
    const { proof, ...told } = clean;
    const report = { ...told, visibility: told.visibility ?? house.defaultVisibility };
    // Before anything is sealed: what cannot become a post needs no keys.
    const wrong = [...faultsOf(report, now), ...faults];
    if (wrong.length > 0) throw postInvalid(wrong);
    const identity = this.identities.next(report, by);
    const hasSecrets = identifiers.length + proof.length > 0;
    const sealed = hasSecrets ? await this.sealer.seal(identity.id, { identifiers, proof }) : {};
    const made = { report, photos, secrets: { ...NO_SECRETS, ...sealed }, identity, house, batch };
    const redraw = () => {
      const { reference } = this.identities.next(report, by);
      return Post.report({ ...made, identity: { ...identity, reference } }, by, now);
    };
    return { ...Post.report(made, by, now), warnings, redraw };
  }
}
