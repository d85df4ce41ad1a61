import { randomBytes } from 'node:crypto';
import type { IdGenerator } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import type { GeoPoint } from '../../domain/geo-point.ts';
import { makeReference } from '../../domain/post/item-reference.ts';
import type { ItemReport } from '../../domain/post/item-report.ts';
import type { PostIdentity } from '../../domain/post/new-post.ts';
import type { PostIdentities } from '../../use-cases/posts/post-identities.port.ts';
import { publicPlaceOf } from './public-place.ts';

export class DrawnPostIdentities implements PostIdentities {
  constructor(
    private readonly ids: IdGenerator,
    private readonly publicPlaceKey: Uint8Array,
    private readonly draw: (length: number) => Uint8Array = randomBytes,
  ) {}

  readonly publicPlaceOf = (place: GeoPoint, reporterId: string): GeoPoint =>
    publicPlaceOf(place, reporterId, this.publicPlaceKey);

  next(report: ItemReport, by: Actor): PostIdentity {
    return {
      id: this.ids.next(),
      reference: report.kind === 'found' ? makeReference(this.draw(7)) : null,
      publicPlace: this.publicPlaceOf(report.location, by.orgId ?? by.userId),
    };
  }
}
