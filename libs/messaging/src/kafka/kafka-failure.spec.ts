import { describe, expect, it } from '@jest/globals';
import { explained, typeOf } from './kafka-failure.ts';

const sasl = { mechanism: 'scram-sha-512', username: 'fn-posts', password: 'correct horse' } as const;
const connection = { brokers: ['kafka-1:9092', 'kafka-2:9092'], sasl };

const protocolError = (type: string) => Object.assign(new Error(`the server said ${type}`), { type });
/** As kafkajs wraps what its retries could not mend. */
const wrapped = (cause: Error) => new Error(cause.message, { cause });

describe('what is told of a failure of Kafka', () => {
  it('names the topic that is missing, and what makes it', () => {
    const error = wrapped(protocolError('UNKNOWN_TOPIC_OR_PARTITION'));
    const { message } = explained(error, { connection, topics: ['posts.events'], wants: 'Describe' });
    expect(message).toContain('"posts.events"');
    expect(message).toContain('BUS_PROVISION=true');
    expect(message).toContain('--bootstrap-server kafka-1:9092,kafka-2:9092 --create --topic posts.events');
  });

  it('names the principal, the operation that it lacks, and the command that grants it', () => {
    const error = protocolError('TOPIC_AUTHORIZATION_FAILED');
    const { message } = explained(error, { connection, topics: ['posts.events'], wants: 'Write' });
    expect(message).toContain('User:fn-posts lacks the operation Write on the topic "posts.events"');
    expect(message).toContain('--allow-principal User:fn-posts --operation Write --topic posts.events');
  });

  it('asks for the right to read as a group', () => {
    const error = protocolError('GROUP_AUTHORIZATION_FAILED');
    const { message } = explained(error, { connection, group: 'fn-posts', wants: 'Describe' });
    expect(message).toContain('lacks the operation Read on the consumer group "fn-posts"');
  });

  it('finds the error among those of several topics', () => {
    const several = Object.assign(new Error('Topic creation errors'), {
      errors: [protocolError('TOPIC_AUTHORIZATION_FAILED')],
    });
    expect(typeOf(several)).toBe('TOPIC_AUTHORIZATION_FAILED');
    expect(explained(several, { connection, topics: ['t'], wants: 'Create' }).message).toContain('operation Create');
  });

  it.each([
    ['SASL SCRAM-SHA-512 authentication failed', 'refuse the user "fn-posts" by scram-sha-512'],
    ['Connection error: self-signed certificate in chain', 'KAFKA_TLS_CA_FILE'],
    ['Connection error: connect ECONNREFUSED 10.0.0.1:9092', 'kafka-1:9092, kafka-2:9092 do not answer'],
    ['Connection timeout', 'KAFKA_BROKERS'],
  ])('says of "%s" what to look at', (text, help) => {
    expect(explained(new Error(text), { connection, wants: 'Read' }).message).toContain(help);
  });

  it.each([
    [protocolError('UNKNOWN_TOPIC_OR_PARTITION'), 'bus.missing', 'dependency'],
    [protocolError('CLUSTER_AUTHORIZATION_FAILED'), 'bus.denied', 'dependency'],
    [protocolError('POLICY_VIOLATION'), 'bus.refused', 'internal'],
    [protocolError('NOT_ENOUGH_REPLICAS'), 'bus.unavailable', 'dependency'],
    [new Error('SASL PLAIN authentication failed'), 'bus.unauthenticated', 'dependency'],
    [new Error('Connection timeout'), 'bus.unavailable', 'dependency'],
  ])('gives %s a code and a kind by which others act', (error, code, kind) => {
    expect(explained(wrapped(error), { connection, topics: ['t'], wants: 'Create' })).toMatchObject({ code, kind });
  });

  it('never tells the password', () => {
    for (const text of ['SASL PLAIN authentication failed', 'Connection timeout', 'something else']) {
      const error = explained(new Error(text), { connection, topics: ['t'], group: 'g', wants: 'Read' });
      expect(`${error.message} ${error.stack}`).not.toContain('correct horse');
    }
  });

  it('keeps the original as the cause, and explains it once', () => {
    const cause = new Error('what nobody knows');
    const error = explained(cause, { connection, wants: 'Read' });
    expect([error.cause, error.message]).toEqual([cause, 'Kafka: what nobody knows']);
    expect(explained(error, { connection, wants: 'Write' })).toBe(error);
  });
});
