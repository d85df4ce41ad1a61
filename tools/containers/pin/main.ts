// npm run images:pin [-- --check]: the digests of all images that docker-compose.yml, the Dockerfile and tests name.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { EXIT_CODE } from '@foundnow/config';
import { pinImages } from './pin-images.ts';
import { registryDigest } from './registry-digest.ts';

const FILES = ['Dockerfile', 'docker-compose.yml', 'tools/pubsub-emulator/image.yml'];

const { values } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
if (values.help) {
  console.log(
    `npm run images:pin: asks the registries what the tags stand for and writes it into ${FILES.join(', ')}.`,
  );
  console.log('--check writes nothing and fails when a tag stands for another image now.');
  process.exit(0);
}

let moved = 0;
try {
  for (const name of FILES) {
    const file = fileURLToPath(new URL(`../../../${name}`, import.meta.url));
    const before = readFileSync(file, 'utf8');
    const { text, pins } = await pinImages(before, registryDigest);
    for (const { image, found, digest } of pins) {
      if (found !== digest) moved += 1;
      console.log(`${found === digest ? 'same ' : 'moved'} ${image}@${digest}`);
    }
    if (!values.check && text !== before) writeFileSync(file, text);
  }
} catch (error) {
  const { message, cause } = error as Error & { cause?: { code?: string } };
  console.error(`The images were not all looked up: ${message} ${cause?.code ?? ''}\nNothing more was written.`);
  process.exit(EXIT_CODE.unavailable);
}
process.exit(values.check && moved > 0 ? 1 : 0);
