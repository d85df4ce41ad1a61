import { type Command, InvalidArgumentError, Option } from 'commander';
import { timeZone } from '../parse-zone.ts';

export interface UserOptions {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly verified?: readonly ('email' | 'phone')[];
  readonly timeZone?: string;
  readonly language?: string;
  /** False: of none. */
  readonly org?: string | false;
  readonly role?: readonly string[];
  readonly member?: readonly string[];
  readonly consent?: readonly string[];
  readonly withdraw?: readonly string[];
  readonly policyVersion?: string;
  readonly json?: boolean;
}

export const USER_ROLES = ['user', 'staff', 'org_admin', 'admin'] as const;

/** What can be said of a person. */
export function withUserOptions(command: Command): Command {
  return command
    .argument('<user>', 'its id, or the name given to `fn token`, which always means the same person')
    .option('--name <name>', 'as messages address the person')
    .option('--email <address>', 'sealed for fn-notifications; printed and logged nowhere')
    .option('--phone <number>', 'the same, such as "+49 30 5550100"')
    .addOption(new Option('--verified <which...>', 'which of the two were proved').choices(['email', 'phone']))
    .option('--time-zone <zone>', 'IANA zone, such as Europe/Madrid', timeZone)
    .option('--language <tag>', 'BCP 47 tag, such as es', language)
    .option('--org <organization>', 'the one that the person acts for: its id or name')
    .option('--no-org', 'acts for none')
    .addOption(new Option('--role <role...>', 'within it').choices([...USER_ROLES]))
    .option(
      '--member <organization=roles...>',
      'all organizations of the person, as atocha=staff,org_admin; replaces the known',
    )
    .option('--consent <purpose...>', 'what the person said yes to now, such as area_alerts or news')
    .option('--withdraw <purpose...>', 'what the person said no to now')
    .option('--policy-version <text>', 'the text that was shown for it, such as 2026-01')
    .option('--json', 'print what was published as JSON');
}

function language(text: string): string {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? text;
  } catch {
    throw new InvalidArgumentError('It must be a BCP 47 tag such as es or pt-BR.');
  }
}
