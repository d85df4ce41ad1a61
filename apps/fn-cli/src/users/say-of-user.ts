import { join } from 'node:path';
import { publicJwks } from '@foundnow/crypto';
import type { OperatorTerminal } from '@foundnow/service';
import { withBus } from '../bus.ts';
import { keysDirOf } from '../environment.ts';
import { organizationIdFor } from '../organization-id.ts';
import { publishEvent } from '../publish-event.ts';
import { decisionsOf } from './decisions.ts';
import { type FoundUser, findUser } from './find-user.ts';
import { membershipOf } from './membership.ts';
import { contactOf, sealContact } from './seal-contact.ts';
import { type KnownUser, type UserChange, userEvent } from './user-event.ts';
import { userIdOf } from './user-id.ts';
import type { UserOptions } from './user-options.ts';

/** Publishes a person as she is from now on. `expect` says who may be meant: the one there is, or nobody yet. */
export async function sayOfUser(
  terminal: OperatorTerminal,
  user: string,
  options: UserOptions,
  expect: (found: FoundUser) => KnownUser | undefined,
): Promise<void> {
  const userId = userIdOf(user);
  const now = Date.now();
  const change = changeOf(options, now);
  const contact = contactOf(options);
  const event = await withBus(terminal, async (bus, schemaIds) => {
    const current = expect(await findUser(bus, schemaIds, userId));
    const keys = publicJwks(join(keysDirOf(terminal.env), 'sealing'));
    const sealed = contact && { sealedContact: await sealContact(contact, userId, keys) };
    const made = userEvent({ userId, change: { ...change, ...sealed }, current, now });
    await publishEvent(bus, schemaIds, made);
    return made;
  });
  terminal.out(options.json ? JSON.stringify(event) : `Published ${event.name} for ${user} (${userId}).`);
}

/** Checked before the bus is opened: a mistake costs nothing. */
function changeOf(options: UserOptions, now: number): UserChange {
  const { timeZone, language, org, role, member } = options;
  return {
    ...(timeZone !== undefined && { timeZone }),
    ...(language !== undefined && { language }),
    ...(org !== undefined && { orgId: org === false ? null : organizationIdFor(org) }),
    ...(role !== undefined && { roles: role }),
    ...(member !== undefined && { memberships: member.map(membershipOf) }),
    consents: decisionsOf(options, now),
  };
}
