import { type KafkaAcl, kafkaAcls } from '../access/kafka-acls.ts';
import type { Contracts } from '../source/contracts.ts';

const HEAD = `# Rights on Kafka

Generated from \`schemas/catalog.yaml\` by \`npm run generate\`; change the catalog, not this page.

Each service has a user of its own, and may write what it owns, read what it consumes, put aside what it cannot handle,
and nothing else. The operator's command line has the user \`fn\`: it reads everything, makes topics, and publishes to
send dead letters back. It is no member of a service's group, so it can take no event away from a service.

\`\`\`sh
npm run fn -- bus acls            # this list; --json for programs
npm run fn -- bus acls --apply    # as a user of Kafka who may alter ACLs: set KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD
\`\`\`

The broker must refuse what no rule allows (\`allow.everyone.if.no.acl.found=false\`, which is its default). Idempotent
producers need no right on the cluster since Kafka 3.0; on an older one give every user \`IdempotentWrite\` on it.
A topic that is missing is made at the start of a service that may (\`Create\`, which no service has here), else by
\`npm run fn -- bus provision\` beforehand.
`;

/** `docs/kafka-acls.md`: what to grant to whom. */
export function kafkaAclsDocument(contracts: Contracts): string {
  const traffic = contracts.topics.map(({ name, owner, events }) => ({
    name,
    owner,
    consumers: [...new Set(events.flatMap(({ consumers }) => Object.keys(consumers)))],
  }));
  const byPrincipal = Object.entries(Object.groupBy(kafkaAcls(traffic), ({ principal }) => principal));
  return [HEAD, ...byPrincipal.map(([principal, acls = []]) => section(principal, acls))].join('\n');
}

function section(principal: string, acls: readonly KafkaAcl[]): string {
  const rows = acls.map(
    ({ resource, name, pattern, operations }) =>
      `| ${resource} | \`${name}\` | ${pattern} | ${operations.join(', ')} |`,
  );
  return [`## ${principal}`, '', '| resource | name | pattern | operations |', '|---|---|---|---|', ...rows, ''].join(
    '\n',
  );
}
