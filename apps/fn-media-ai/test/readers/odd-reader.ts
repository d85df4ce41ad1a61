import { framesOf, fromStream } from '@foundnow/images/frames';
import { writeSync } from 'node:fs';
import type { PhotoReading } from '../../src/domain/photo/photo-reading.ts';
import { ANSWERS_FD, answering } from '../../src/outbound/reader/process/answers.ts';
import type { ReaderSettings, ReadOrder } from '../../src/outbound/reader/process/order.ts';
import { watchMemory } from '../../src/outbound/reader/process/watch-memory.ts';

const MEGABYTE = 1024 * 1024;
const send = answering();
const held: Buffer[] = [];

/** In the place of a reader: does what the file says. */
const DEEDS: Readonly<Record<string, () => void>> = {
  crash: () => process.abort(),
  hang: () => {
    for (;;);
  },
  grow: () => {
    for (;;) held.push(Buffer.alloc(4 * MEGABYTE, 1));
  },
  fatten: () => held.push(Buffer.alloc(150 * MEGABYTE, 1)),
  babble: () => writeSync(ANSWERS_FD, Buffer.alloc(64, 0x7f)),
  print: () => process.stdout.write('what was read'),
};

watchMemory((JSON.parse(process.argv[2]!) as ReaderSettings).mostBytes);
for await (const { body } of framesOf<ReadOrder>(fromStream(process.stdin))) {
  DEEDS[body.toString()]?.();
  const reading = { pipelineVersion: `of ${process.pid}` } as PhotoReading;
  await send({ reading, forms: [], isBroken: body.toString() === 'break' });
}
process.kill(process.pid);
