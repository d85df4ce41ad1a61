import { framesOf, fromStream } from '@foundnow/images/frames';
import { DomainError } from '@foundnow/kernel';
import sharp from 'sharp';
import { decode } from '../decode.ts';
import { readPhoto } from '../read-photo.ts';
import { furtherStages } from '../stages/further-stages.ts';
import { answering } from './answers.ts';
import type { ReaderSettings, ReadOrder } from './order.ts';
import { watchMemory } from './watch-memory.ts';

const settings = JSON.parse(process.argv[2] ?? '') as ReaderSettings;

// One photo at a time; there are as many readers as cores.
sharp.cache(false);
sharp.concurrency(1);
watchMemory(settings.mostBytes);

const further = furtherStages(settings);
const send = answering();

// Ends with the process that asks: its end of the pipe closes, however it went.
for await (const { header, body } of framesOf<ReadOrder>(fromStream(process.stdin))) await answer(header, body);
// Threads of libraries must not keep it.
process.kill(process.pid);

async function answer({ about }: ReadOrder, file: Buffer): Promise<void> {
  try {
    const { reading, forms } = await readPhoto(await decode(file), about, further);
    const sent = forms.map(({ bytes, ...form }) => ({ ...form, length: bytes.length }));
    // A library that failed once in WebAssembly stays as it fell.
    const isBroken = settings.text && !reading.stages.some(({ stage }) => stage === 'text');
    await send(
      { reading, forms: sent, isBroken },
      forms.map(({ bytes }) => bytes),
    );
  } catch (error) {
    const { code, kind, detail } = error instanceof DomainError ? error : unreadable();
    await send({ refusal: { code, kind, detail } });
  }
}

function unreadable(): DomainError {
  return new DomainError('photo.unreadable', 'unprocessable', 'This photo could not be read. Send another one.');
}
