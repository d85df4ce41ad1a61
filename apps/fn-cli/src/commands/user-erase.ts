import type { EventMap } from '@foundnow/contracts';
import type { OperatorTerminal } from '@foundnow/service';
import { Command, Option } from 'commander';
import { withBus } from '../bus.ts';
import { publishEvent } from '../publish-event.ts';
import { REMEMBERED_DAYS } from '../refuse-surprise.ts';
import { findUser } from '../users/find-user.ts';
import { NOBODY, versionAfter } from '../users/user-event.ts';
import { userIdOf } from '../users/user-id.ts';

interface Options {
  readonly reason: string;
  readonly json?: boolean;
}

const DAY_MILLIS = 86_400_000;

const EXAMPLES = `
There is no way back: each service destroys its keys of the person and all that it holds of her.
The log itself forgets her after ${REMEMBERED_DAYS} days.

Examples:
  fn user erase anna
  fn user erase f940c0e2-cad4-5432-ae1c-b89b1c857d34 --reason inactivity --json`;

export function userErase(terminal: OperatorTerminal): Command {
  return new Command('erase')
    .description('Have all services forget a person, for ever.')
    .argument('<user>', 'its id, or the name given to `fn token`')
    .addOption(new Option('--reason <reason>', 'why').choices(['request', 'inactivity', 'legal']).default('request'))
    .option('--json', 'print what was published as JSON')
    .addHelpText('after', EXAMPLES)
    .action((user: string, options: Options) => erase(terminal, user, options));
}

/** Also of somebody that the log does not know: it forgets sooner than services do. */
async function erase(terminal: OperatorTerminal, user: string, { reason, json }: Options): Promise<void> {
  const userId = userIdOf(user);
  const payload = await withBus(terminal, async (bus, schemaIds) => {
    const found = await findUser(bus, schemaIds, userId);
    if (found.state === 'unknown' && bus.capabilities.readFromStart)
      terminal.note(`The log knows no person ${user}: what services still hold of her is erased all the same.`);
    const { orgId, timeZone, language, aggregateVersion } = found.state === 'unknown' ? NOBODY : found.user;
    const now = Date.now();
    const erased: EventMap['user.erased'] = {
      userId,
      orgId,
      visibility: 'private',
      timeZone,
      language,
      aggregateVersion: versionAfter({ aggregateVersion }, now),
      occurredAt: now,
      actorId: null,
      reason,
      requestedAt: now,
      completeBy: now + REMEMBERED_DAYS * DAY_MILLIS,
    };
    await publishEvent(bus, schemaIds, { name: 'user.erased', payload: erased });
    return erased;
  });
  const done = `Published user.erased for ${user} (${userId}); all is gone by ${new Date(payload.completeBy).toISOString()}.`;
  terminal.out(json ? JSON.stringify({ name: 'user.erased', payload }) : done);
}
