import { join } from 'node:path';
import { publicJwks } from '@foundnow/crypto';
import { Command, Option } from 'commander';
import { withBus } from '../bus.ts';
import { keysDirOf } from '../environment.ts';
import { findOrganization } from '../find-organization.ts';
import { organizationIdFor } from '../organization-id.ts';
import { type OrganizationChange, organizationEvent } from '../organization-event.ts';
import { parseDays } from '../parse-time.ts';
import { timeZone } from '../parse-zone.ts';
import { publishEvent } from '../publish-event.ts';
import { refuseSurprise } from '../refuse-surprise.ts';
import type { OperatorTerminal } from '@foundnow/service';
import { newWebhook } from '../webhooks.ts';

interface Options extends OrganizationChange {
  readonly webhook?: readonly string[];
  readonly new?: boolean;
  readonly json?: boolean;
}

export function orgSet(terminal: OperatorTerminal): Command {
  return new Command('set')
    .description('Change the house rules of an organization, or make one with --new; what is not named stays as it is.')
    .argument('<organization>', 'its id, or a name that always means the same organization')
    .option('--name <name>', 'as the public knows it')
    .option('--time-zone <zone>', 'IANA zone, such as Europe/Madrid', timeZone)
    .option('--language <tag>', 'BCP 47 tag, such as es')
    .option('--expiry-days <n>', 'days until a post expires; 0 = never', parseDays)
    .option('--retention-days <n>', 'days until a resolved post is anonymised; 0 = never', parseDays)
    .option('--photo-required', 'a found item needs a photo')
    .option('--no-photo-required', 'a found item may come without one')
    .addOption(
      new Option('--contact-policy <policy>', 'who hands out contacts').choices(['approve', 'staff_only', 'none']),
    )
    .addOption(new Option('--default-visibility <v>', 'of new posts').choices(['public', 'organization', 'private']))
    .option('--pickup <text>', 'where and when items are handed out')
    .option('--webhook <url...>', 'https addresses to be told at; replaces the ones it had')
    .addOption(new Option('--status <status>', 'of the organization').choices(['active', 'suspended']))
    .option('--new', 'make it: what is not named gets its default; needed for one that the log does not know')
    .option('--json', 'print what was published as JSON')
    .action((organization: string, options: Options) => set(terminal, organization, options));
}

async function set(
  terminal: OperatorTerminal,
  organization: string,
  { json, webhook, new: isNew, ...change }: Options,
): Promise<void> {
  const id = organizationIdFor(organization);
  await withBus(terminal, async (bus, schemaIds) => {
    const current = bus.capabilities.readFromStart ? await findOrganization(bus, schemaIds, id) : undefined;
    refuseSurprise(organization, { isKnown: current !== undefined, isNew: isNew === true });
    const keys = publicJwks(join(keysDirOf(terminal.env), 'sealing'));
    const added = webhook && (await Promise.all(webhook.map((url) => newWebhook(url, id, keys))));
    const webhooks = added?.map((each) => each.webhook);
    const event = organizationEvent({ id, label: organization, change, webhooks, current, now: Date.now() });
    await publishEvent(bus, schemaIds, event);
    const secrets = Object.fromEntries((added ?? []).map((each) => [each.webhook.url, each.secret]));
    if (json) return terminal.out(JSON.stringify({ ...event, secrets }));
    terminal.out(`Published ${event.name} for ${event.payload.name} (${id}).`);
    for (const [url, secret] of Object.entries(secrets))
      terminal.out(`Calls to ${url} are signed with: ${secret} (shown once)`);
  });
}
