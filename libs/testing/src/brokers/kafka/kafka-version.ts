import { pinnedImage } from '../pinned-image.ts';
import { versionIn } from '../pom-version.ts';

export const POM = new URL('pom.xml', import.meta.url);

const VERSION = versionIn(POM, 'kafka_2.13');

export const KAFKA = `kafka-${VERSION}`;
export const IMAGE = pinnedImage('apache/kafka');

/** Small and quick to start: brokers of tests live for minutes. */
export const JVM_FLAGS = [
  '-Xms64m',
  '-Xmx384m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:+ExitOnOutOfMemoryError',
  '-Dlog4j2.level=INFO',
] as const;
