import type { OperatorTerminal } from '@foundnow/service';
import { Command } from 'commander';
import { userErased, userKnown } from '../users/refusals.ts';
import { sayOfUser } from '../users/say-of-user.ts';
import { type UserOptions, withUserOptions } from '../users/user-options.ts';

const EXAMPLES = `
Examples:
  fn user register desk-1 --org atocha --role staff --time-zone Europe/Madrid
  fn user register anna --email anna@example.org --verified email --consent news --policy-version 2026-01`;

export function userRegister(terminal: OperatorTerminal): Command {
  return withUserOptions(new Command('register'))
    .description('Tell all services of a person; what is not named gets its default.')
    .addHelpText('after', EXAMPLES)
    .action((user: string, options: UserOptions) =>
      sayOfUser(terminal, user, options, (found) => {
        if (found.state === 'known') throw userKnown(user);
        if (found.state === 'erased') throw userErased(user);
        return undefined;
      }),
    );
}
