import type { Actor } from '../../domain/actor.ts';
import type { HistoryEntry } from '../../domain/post/history.ts';
import type { ExpectedVersion } from './expected-version.ts';
import type { Change } from './post-store.port.ts';

/** What a moderator does with posts of others. The audit names her. */
export interface Moderation {
  /** One transaction, as an update of the store. False: there is no public post of this id. */
  change(id: string, by: Actor, expected: ExpectedVersion, change: Change): Promise<boolean>;
  /** The versions that everybody could see, as everybody saw them. */
  history(id: string, viewer: Actor, below: number, most: number): Promise<readonly HistoryEntry[]>;
}
