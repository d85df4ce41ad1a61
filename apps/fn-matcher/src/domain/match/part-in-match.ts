import type { Actor } from '../actor.ts';
import type { SideName } from './match.ts';
import { matchMissing, otherSide } from './match-errors.ts';
import type { MatchSide, MatchSides } from './match-side.ts';

/** What somebody is to one side of a match. */
export interface Part {
  readonly side: SideName;
  readonly isAuthor: boolean;
  /** At the desk of its organization. */
  readonly isStaff: boolean;
  /** A row of an organization is changed only by who acts for it now. */
  readonly mayAct: boolean;
}

/** None, one, or both: a desk takes in what people lost and what they found. */
export function partsOf({ lost, found }: MatchSides, actor: Actor): readonly Part[] {
  return [partIn('lost', lost, actor), partIn('found', found, actor)].filter((part) => part !== null);
}

function partIn(side: SideName, post: MatchSide, { userId, orgId, isStaff: worksAtDesk }: Actor): Part | null {
  const isAuthor = post.authorId === userId;
  // What somebody keeps private, her organization is not shown either.
  const isStaff = worksAtDesk && orgId !== null && post.orgId === orgId && post.visibility !== 'private';
  if (!isAuthor && !isStaff) return null;
  return { side, isAuthor, isStaff, mayAct: isStaff || post.orgId === null || post.orgId === orgId };
}

/** The part in which somebody speaks for this side; whoever has none in the match is told that there is none. */
export function speakerFor(side: SideName, sides: MatchSides, actor: Actor): Part {
  const parts = partsOf(sides, actor);
  if (parts.length === 0) throw matchMissing();
  const part = parts.find((one) => one.side === side && one.mayAct);
  if (part === undefined) throw otherSide(side);
  return part;
}

/** Whoever stands on both sides says for which one; otherwise there is only one that can be meant. */
export function speakerIn(sides: MatchSides, actor: Actor, side: SideName | undefined): Part {
  if (side !== undefined) return speakerFor(side, sides, actor);
  const parts = partsOf(sides, actor).filter(({ mayAct }) => mayAct);
  const [part, other] = parts;
  if (part !== undefined && other === undefined) return part;
  // Of both, the one whose post it is; a desk answers for what lies there.
  const own = parts.filter(({ isAuthor }) => isAuthor);
  return own.length === 1 && own[0] !== undefined ? own[0] : speakerFor('found', sides, actor);
}
