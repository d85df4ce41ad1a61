import type { OperatorTerminal } from '@foundnow/service';
import { services } from '@foundnow/stack/services';
import { Command } from 'commander';
import { auditVerify } from './commands/audit-verify.ts';
import { busAcls } from './commands/bus-acls.ts';
import { busCheck } from './commands/bus-check.ts';
import { busProvision } from './commands/bus-provision.ts';
import { dlqList } from './commands/dlq-list.ts';
import { dlqRedrive } from './commands/dlq-redrive.ts';
import { dlqShow } from './commands/dlq-show.ts';
import { eventsPublish } from './commands/events-publish.ts';
import { eventsReplay } from './commands/events-replay.ts';
import { eventsTail } from './commands/events-tail.ts';
import { migrateSchemas } from './commands/migrate.ts';
import { orgSet } from './commands/org-set.ts';
import { outboxDrop } from './commands/outbox-drop.ts';
import { outboxList } from './commands/outbox-list.ts';
import { outboxRelease } from './commands/outbox-release.ts';
import { provision } from './commands/provision.ts';
import { token } from './commands/token.ts';
import { userErase } from './commands/user-erase.ts';
import { userRegister } from './commands/user-register.ts';
import { userUpdate } from './commands/user-update.ts';
import { environmentOf } from './environment.ts';

/** The whole command line; each command is a file of its own, and services mount theirs under their name. */
export function createProgram(terminal: OperatorTerminal): Command {
  const program = new Command('fn').description("FoundNow's command line for operators.");
  program.addCommand(token(terminal));
  program.addCommand(group('org', 'Organizations and their house rules.', orgSet(terminal)));
  program.addCommand(
    group(
      'user',
      'People, as all services know them.',
      userRegister(terminal),
      userUpdate(terminal),
      userErase(terminal),
    ),
  );
  program.addCommand(provision(terminal));
  program.addCommand(migrateSchemas(terminal));
  program.addCommand(
    group('events', 'What happened.', eventsTail(terminal), eventsReplay(terminal), eventsPublish(terminal)),
  );
  program.addCommand(
    group(
      'bus',
      'The broker: its topics, and the rights on them.',
      busCheck(terminal),
      busProvision(terminal),
      busAcls(terminal),
    ),
  );
  program.addCommand(
    group('dlq', 'Events that a service gave up on.', dlqList(terminal), dlqShow(terminal), dlqRedrive(terminal)),
  );
  program.addCommand(
    group(
      'outbox',
      'Events that the bus would not take.',
      outboxList(terminal),
      outboxRelease(terminal),
      outboxDrop(terminal),
    ),
  );
  program.addCommand(group('audit', 'The record of who did what.', auditVerify(terminal)));
  for (const service of services) {
    const own = { ...terminal, env: environmentOf(service.name, terminal.env) };
    const commands = service.commands(own);
    if (commands.length > 0) program.addCommand(group(service.name.replace('fn-', ''), service.about, ...commands));
  }
  return leaveExitingToMain(program.addHelpText('after', EXIT_CODES));
}

function group(name: string, about: string, ...commands: readonly Command[]): Command {
  const parent = new Command(name).description(about);
  for (const command of commands) parent.addCommand(command);
  return parent;
}

/** One place decides about exit codes; commander's own, which ends the process anywhere, is not it. */
function leaveExitingToMain(command: Command): Command {
  for (const child of command.commands) leaveExitingToMain(child);
  return command.exitOverride();
}

const EXIT_CODES = `
Every command takes --json. Exit codes: 0 done, 1 refused or not found, 64 wrong usage,
69 database or bus away, 70 a fault of this program, 77 no right to the data folder,
78 configuration missing or wrong.`;
