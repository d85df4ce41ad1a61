import { readFileSync } from 'node:fs';

export const POM = new URL('pom.xml', import.meta.url);

const VERSION = /<artifactId>kafka_[\d.]+<\/artifactId>\s*<version>([\d.]+)</.exec(readFileSync(POM, 'utf8'))?.[1];
if (VERSION === undefined) throw new Error(`${POM.href} names no version of Kafka.`);

export const KAFKA = `kafka-${VERSION}`;
export const IMAGE = `apache/kafka:${VERSION}`;

/** Small and quick to start: brokers of tests live for minutes. */
export const JVM_FLAGS = [
  '-Xms64m',
  '-Xmx384m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:+ExitOnOutOfMemoryError',
  '-Dlog4j2.level=INFO',
] as const;
