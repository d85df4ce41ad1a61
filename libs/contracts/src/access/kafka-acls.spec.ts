import { describe, expect, it } from '@jest/globals';
import { kafkaAcls } from './kafka-acls.ts';

const acls = kafkaAcls([
  { name: 'posts.events', owner: 'posts', consumers: ['matcher'] },
  { name: 'matcher.events', owner: 'matcher', consumers: ['posts'] },
  { name: 'users.events', owner: 'users', consumers: ['matcher'] },
]);

const rightsOf = (principal: string) =>
  acls
    .filter((acl) => acl.principal === principal)
    .map(({ name, pattern, operations }) => `${name}${pattern === 'prefixed' ? '*' : ''} ${operations.join('+')}`);

describe('kafkaAcls', () => {
  it('lets a service write what it owns and what it puts aside, read what it consumes, and nothing else', () => {
    expect(rightsOf('User:fn-matcher')).toEqual([
      'matcher.events Write+Describe',
      'posts.events.dlq Write+Describe',
      'users.events.dlq Write+Describe',
      'posts.events Read+Describe',
      'users.events Read+Describe',
      'fn-matcher Read',
      'fn-matcher.g* Read',
    ]);
  });

  it('keeps the operator out of the groups of the services', () => {
    expect(rightsOf('User:fn').filter((right) => right.startsWith('fn'))).toEqual([
      'fn-matcher Describe',
      'fn-posts Describe',
      'fn-matcher.g* Read',
      'fn-posts.g* Read',
      'fn.read.* Read+Delete',
    ]);
  });

  it('gives no rights to an owner that is no service, and lets the operator publish for it', () => {
    expect(acls.map(({ principal }) => principal)).not.toContain('User:fn-users');
    expect(rightsOf('User:fn').find((right) => right.startsWith('users.events '))).toContain('Write');
  });
});
