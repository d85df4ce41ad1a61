import { catalog, TOPICS } from '@foundnow/contracts';
import { DomainError } from '@foundnow/kernel';

export const REMEMBERED_DAYS = catalog.topics.find(({ name }) => name === TOPICS.users)?.retentionDays ?? 30;

/**
 * The log is the only state there is, and it forgets: without this, naming one setting of an organization it no longer
 * knows would set all others back.
 */
export function refuseSurprise(organization: string, { isKnown, isNew }: { isKnown: boolean; isNew: boolean }): void {
  if (!isKnown && !isNew) {
    throw new DomainError(
      'organization.unknown',
      'missing',
      `The log, which keeps ${REMEMBERED_DAYS} days, knows no organization ${organization}. ` +
        'To make it, or to set one whose last change is older than that, state all its settings again with --new: ' +
        'what is not named gets its default.',
    );
  }
  if (isKnown && isNew) {
    throw new DomainError(
      'organization.known',
      'conflict',
      `There is an organization ${organization} already: leave --new out to change it, or choose another name.`,
    );
  }
}
