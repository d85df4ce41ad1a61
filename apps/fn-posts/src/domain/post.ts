import type { GeoPoint } from './geo-point.ts';
import { postInvalid } from './post-errors.ts';
import type { PostEvent } from './post-events.ts';
import type { ItemReport, PostState } from './post-state.ts';

/** What the house adds to a report when it becomes a post. */
export interface ReportContext {
  readonly id: string;
  readonly authorId: string;
  readonly orgId: string | null;
  readonly reference: string;
  readonly publicPlace: GeoPoint;
  readonly now: Date;
}

const DAY_MILLIS = 86_400_000;
/** Until an organization says otherwise. */
const EXPIRY_DAYS = 30;
/** Phones' clocks run ahead. */
const CLOCK_SLACK_MILLIS = 5 * 60_000;

export class Post {
  private constructor(readonly state: PostState) {}

  static report(report: ItemReport, context: ReportContext): { post: Post; events: PostEvent[] } {
    refuseImpossibleTimes(report, context.now);
    const post = new Post({
      ...report,
      id: context.id,
      version: 1,
      status: 'active',
      authorId: context.authorId,
      orgId: context.orgId,
      reference: report.kind === 'found' ? context.reference : null,
      publicPlace: context.publicPlace,
      createdAt: context.now,
      updatedAt: context.now,
      expiresAt: new Date(context.now.getTime() + EXPIRY_DAYS * DAY_MILLIS),
    });
    return { post, events: [{ type: 'reported', post: post.state }] };
  }
}

function refuseImpossibleTimes(report: ItemReport, now: Date): void {
  if (report.occurredFrom > report.occurredTo) {
    throw postInvalid([{ path: 'occurredFrom', code: 'after_occurred_to', detail: 'must not be after occurredTo' }]);
  }
  if (report.occurredTo.getTime() > now.getTime() + CLOCK_SLACK_MILLIS) {
    throw postInvalid([{ path: 'occurredTo', code: 'in_future', detail: 'must not lie in the future' }]);
  }
}
