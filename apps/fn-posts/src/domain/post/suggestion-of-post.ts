import type { Analysis, ProposedField, TakenSuggestion } from './analysis.ts';
import { changesOf, isSame } from './edit-difference.ts';
import { fieldsOf, lockedFields, type PostChanges } from './editing.ts';
import { fieldsLeftOpen } from './fields-left-open.ts';
import type { EditReason } from './post-change.ts';
import { noSuggestion, notEditable, otherSuggestion } from './post-errors.ts';
import type { PostState } from './post-state.ts';
import { only, proposedChanges, undoneChanges } from './suggested-changes.ts';
import { type Suggestion, suggestionFrom } from './suggestion.ts';

/** What a decision on a suggestion makes of it, and of the post. */
export interface DecidedSuggestion {
  readonly suggestion: Suggestion;
  readonly changes: PostChanges;
  readonly reason: EditReason;
}

/** What a new analysis proposes, taken over as far as it may by itself. Null: it is stale, or comes too late. */
export function analysed(post: PostState, analysis: Analysis): DecidedSuggestion | null {
  const { status, photosVersion, suggestion: held } = post;
  const isStale = analysis.photosVersion < photosVersion || (held !== null && analysis.version <= held.version);
  if (status !== 'active' || isStale) return null;
  const suggestion = suggestionFrom(analysis);
  if (held !== null && isSame(sayingOf(held), sayingOf(suggestion))) {
    const { analysisId, version } = suggestion;
    return { suggestion: { ...held, analysisId, version }, changes: {}, reason: 'suggestion_accepted' };
  }
  if (suggestion.level !== 'auto' || suggestion.status === 'dismissed') {
    return { suggestion, changes: {}, reason: 'suggestion_accepted' };
  }
  const taken = takenOver(post, suggestion, fieldsLeftOpen(suggestion, post));
  // What it does not fill in by itself still waits for the author.
  const filledIn = fieldsOf(taken.changes);
  const waits = Object.keys(suggestion.proposed).some((field) => !filledIn.includes(field));
  return waits ? { ...taken, suggestion: { ...taken.suggestion, status: 'pending' } } : taken;
}

/** Told again, it is decided as it was. */
function sayingOf({ level, proposed }: Suggestion): Pick<Suggestion, 'level' | 'proposed'> {
  return { level, proposed };
}

/** The one that was read: another that has come since is not taken unseen. */
export function accepted(post: PostState, { analysisId, fields }: TakenSuggestion): DecidedSuggestion {
  const suggestion = heldBy(post);
  if (suggestion.analysisId !== analysisId) throw otherSuggestion();
  return takenOver(post, suggestion, fields);
}

export function undone(post: PostState): DecidedSuggestion {
  const suggestion = heldBy(post);
  return {
    suggestion: { ...suggestion, status: 'dismissed', replaced: {} },
    changes: changesOf(post, undoneChanges(suggestion, post)),
    reason: 'suggestion_undone',
  };
}

function takenOver(post: PostState, suggestion: Suggestion, fields: readonly ProposedField[]): DecidedSuggestion {
  const changes = changesOf(post, proposedChanges(suggestion, post, fields));
  const replaced = { ...only(post, fieldsOf(changes)), ...suggestion.replaced };
  return { suggestion: { ...suggestion, status: 'accepted', replaced }, changes, reason: 'suggestion_accepted' };
}

function heldBy({ suggestion, status }: PostState): Suggestion {
  if (suggestion === null || suggestion.status === 'dismissed') throw noSuggestion();
  const locked = lockedFields(status, Object.keys(suggestion.proposed));
  if (locked.length > 0) throw notEditable(status, locked);
  return suggestion;
}
