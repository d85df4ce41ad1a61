import { deadLetterTopicOf } from '../topics.ts';

export type KafkaOperation =
  | 'Read'
  | 'Write'
  | 'Delete'
  | 'Describe'
  | 'Create'
  | 'Alter'
  | 'DescribeConfigs'
  | 'AlterConfigs';

/** Rights of one principal on one resource, from every host. */
export interface KafkaAcl {
  readonly principal: string;
  readonly resource: 'topic' | 'group';
  readonly name: string;
  readonly pattern: 'literal' | 'prefixed';
  readonly operations: readonly KafkaOperation[];
}

/** Who writes a topic and who reads it, as the catalog says. */
export interface TopicTraffic {
  readonly name: string;
  readonly owner: string;
  readonly consumers: readonly string[];
}

const OPERATOR = 'User:fn';
const OPERATIONS_OF_OPERATOR = [
  ...(['Read', 'Write', 'Describe'] as const),
  ...(['Create', 'Alter', 'DescribeConfigs', 'AlterConfigs'] as const),
];

/** The least that each service and the operator's command line can work with. Everything else is refused. */
export function kafkaAcls(topics: readonly TopicTraffic[]): KafkaAcl[] {
  // An owner that consumes nothing is no service of its own yet: `fn` publishes for it.
  const services = [...new Set(topics.flatMap(({ consumers }) => consumers))].toSorted();
  return [...services.flatMap((service) => aclsOfService(service, topics)), ...aclsOfOperator(services, topics)];
}

function aclsOfService(service: string, topics: readonly TopicTraffic[]): KafkaAcl[] {
  const group = `fn-${service}`;
  const principal = `User:${group}`;
  const literal = { principal, pattern: 'literal' } as const;
  const owned = topics.filter(({ owner }) => owner === service).map(({ name }) => name);
  const consumed = topics.filter(({ consumers }) => consumers.includes(service)).map(({ name }) => name);
  return [
    ...[...owned, ...consumed.map(deadLetterTopicOf)].map(
      (name) => ({ ...literal, resource: 'topic', name, operations: ['Write', 'Describe'] }) as const,
    ),
    ...consumed.map((name) => ({ ...literal, resource: 'topic', name, operations: ['Read', 'Describe'] }) as const),
    { ...literal, resource: 'group', name: group, operations: ['Read'] },
    replaysOf(principal, group),
  ];
}

/** Each replay reads in a group of its own, numbered by its generation. */
function replaysOf(principal: string, group: string): KafkaAcl {
  return { principal, resource: 'group', name: `${group}.g`, pattern: 'prefixed', operations: ['Read'] };
}

/** It reads the log, publishes, sends dead letters back, makes topics and replays; it never takes a service's place. */
function aclsOfOperator(services: readonly string[], topics: readonly TopicTraffic[]): KafkaAcl[] {
  const names = topics.flatMap(({ name }) => [name, deadLetterTopicOf(name)]);
  const groups = services.map((service) => `fn-${service}`);
  const literal = { principal: OPERATOR, pattern: 'literal' } as const;
  return [
    ...names.map((name) => ({ ...literal, resource: 'topic', name, operations: OPERATIONS_OF_OPERATOR }) as const),
    ...groups.map((name) => ({ ...literal, resource: 'group', name, operations: ['Describe'] }) as const),
    ...groups.map((name) => replaysOf(OPERATOR, name)),
    // Reading for people goes by a group that is gone afterwards.
    { principal: OPERATOR, resource: 'group', name: 'fn.read.', pattern: 'prefixed', operations: ['Read', 'Delete'] },
  ];
}
