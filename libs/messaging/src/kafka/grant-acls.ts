import type { KafkaAcl, KafkaOperation } from '@foundnow/contracts';
import kafkajs, { type AclEntry } from 'kafkajs';
import { KafkaAdmin } from './kafka-admin.ts';
import { explained } from './kafka-failure.ts';
import type { KafkaConnection } from './kafka-connection.ts';
import { kafkaSettings } from './kafka-settings.ts';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;

const OPERATION: Readonly<Record<KafkaOperation, number>> = {
  Read: AclOperationTypes.READ,
  Write: AclOperationTypes.WRITE,
  Delete: AclOperationTypes.DELETE,
  Describe: AclOperationTypes.DESCRIBE,
  Create: AclOperationTypes.CREATE,
  Alter: AclOperationTypes.ALTER,
  DescribeConfigs: AclOperationTypes.DESCRIBE_CONFIGS,
  AlterConfigs: AclOperationTypes.ALTER_CONFIGS,
};

/** Adds the rights; those that are there already stay as they are. The connection is one that may alter ACLs. */
export async function grantKafkaAcls(connection: KafkaConnection, acls: readonly KafkaAcl[]): Promise<void> {
  const admin = new KafkaAdmin(kafkaSettings({ connection, clientId: 'fn-acls' }));
  try {
    await admin.ask((client) => client.createAcls({ acl: acls.flatMap(entriesOf) }));
  } catch (error) {
    throw explained(error, { connection, wants: 'Alter' });
  } finally {
    await admin.close();
  }
}

function entriesOf({ principal, resource, name, pattern, operations }: KafkaAcl): AclEntry[] {
  return operations.map((operation) => ({
    principal,
    host: '*',
    permissionType: AclPermissionTypes.ALLOW,
    operation: OPERATION[operation],
    resourceType: resource === 'topic' ? AclResourceTypes.TOPIC : AclResourceTypes.GROUP,
    resourceName: name,
    resourcePatternType: pattern === 'prefixed' ? ResourcePatternTypes.PREFIXED : ResourcePatternTypes.LITERAL,
  }));
}
