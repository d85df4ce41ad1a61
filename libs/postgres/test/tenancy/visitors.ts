import { sequenceId } from '@foundnow/testing';
import type { Visitor } from './trespass.ts';

const [ORG, OTHER, AUTHOR, STRANGER] = [9001, 9002, 9003, 9004].map(sequenceId) as [string, string, string, string];

export const belongings = { org: ORG, author: AUTHOR };

export const member: Visitor = { who: 'its own organization', scope: { org: ORG } };
const anonymous: Visitor = { who: 'a stranger', scope: { anonymous: true } };
const anonymousInPublic: Visitor = { who: 'a stranger in public', scope: { anonymous: true, publicReads: true } };

/** None of them has anything to do with the organization or its author. */
export const strangers: readonly Visitor[] = [
  { who: 'another organization', scope: { org: OTHER } },
  { who: 'a person in another organization', scope: { org: OTHER, person: STRANGER, publicReads: true } },
  { who: 'another person', scope: { person: STRANGER, publicReads: true } },
  anonymous,
  anonymousInPublic,
  { who: 'an undeclared worker', scope: { worker: 'undeclared' } },
];

/** Wherever she is, what she wrote is hers to read. */
export const authors: readonly Visitor[] = [
  { who: 'the author without organization', scope: { person: AUTHOR } },
  { who: 'the author in another organization', scope: { org: OTHER, person: AUTHOR } },
];

/** Who must not write rows of no organization in the author's name. */
export const notTheAuthor: readonly Visitor[] = [...strangers, member];
/** Who must not write rows of the organization: also its author, while she acts without it. */
export const notTheOrganization: readonly Visitor[] = [...strangers, ...authors];

export const nobody: readonly Visitor[] = [anonymous, anonymousInPublic];
