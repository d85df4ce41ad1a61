import { expect, it } from '@jest/globals';
import { KAFKA } from '../../src/brokers/kafka/kafka-version.ts';
import { nameOfImage, pinnedImage } from '../../src/brokers/pinned-image.ts';

it.each([
  ['apache/kafka', undefined],
  ['quay.io/apicurio/apicurio-registry', undefined],
  ['golang', 'tools/pubsub-emulator/image.yml'],
])('the image of %s that tests run is pinned by its digest', (repository, file) => {
  expect(pinnedImage(repository, file)).toMatch(/^[\w./-]+:\d+\.\d+[\w.-]*@sha256:[\da-f]{64}$/);
});

it('the Kafka of Docker is the Kafka of Maven', () => {
  expect(nameOfImage(pinnedImage('apache/kafka'))).toBe(`apache/${KAFKA.replace('-', ':')}`);
});
