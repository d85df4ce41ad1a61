import type { OperatorTerminal } from '@foundnow/service';
import { Command } from 'commander';
import { userErased, userUnknown } from '../users/refusals.ts';
import { sayOfUser } from '../users/say-of-user.ts';
import { type UserOptions, withUserOptions } from '../users/user-options.ts';

const EXAMPLES = `
Name, email and phone are sealed together: naming one of them replaces all three.

Examples:
  fn user update anna --language de
  fn user update anna --withdraw news --consent area_alerts --policy-version 2026-02`;

export function userUpdate(terminal: OperatorTerminal): Command {
  return withUserOptions(new Command('update'))
    .description('Tell all services what is different about a person; what is not named stays as it is.')
    .addHelpText('after', EXAMPLES)
    .action((user: string, options: UserOptions) =>
      sayOfUser(terminal, user, options, (found) => {
        if (found.state === 'unknown') throw userUnknown(user);
        if (found.state === 'erased') throw userErased(user);
        return found.user;
      }),
    );
}
