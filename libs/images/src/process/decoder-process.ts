import { DomainError } from '@foundnow/kernel';
import sharp from 'sharp';
import { bytesToDecode, cleanForms, examine } from '../decoding/clean-forms.ts';
import { BufferPool, giveBack } from '../buffer-pool.ts';
import { damaged } from '../refusals.ts';
import { WeightedGate } from '../weighted-gate.ts';
import { type Frame, framesOf, sendFrame } from './frames.ts';
import type { Answer, Order, SentImage } from './order.ts';

const USUAL_BYTES = 12 * 1024 * 1024;
/** Memory that all pictures under way may need together; one that needs more is decoded alone. */
const MOST_BYTES = 144_000_000;

// Nothing is read twice, so a cache would only hold memory; two pictures at once use the cores better than two threads
// within one.
sharp.cache(false);
sharp.concurrency(1);

const memory = new WeightedGate(MOST_BYTES);
const files = new BufferPool(USUAL_BYTES);
const { stdin, stdout } = process;

// Ends with the process that asks: its end of the pipe closes, however it went.
for await (const frame of framesOf<Order>(stdin, (length) => files.take(length))) void answer(frame);

async function answer({ header: { id, type, limits, encodings }, body }: Frame<Order>): Promise<void> {
  try {
    const facts = await examine(body, type, limits);
    const { original, forms, placeholder } = await memory.run(bytesToDecode(facts), () =>
      cleanForms(body, facts, limits, encodings),
    );
    const images = [{ name: 'original', ...original }, ...forms, { name: 'placeholder', ...placeholder }];
    const sent = images.map(({ bytes, ...image }): SentImage => ({ ...image, length: bytes.length }));
    await send(
      { id, images: sent },
      images.map(({ bytes }) => bytes),
    );
    for (const { bytes } of images) giveBack(bytes);
  } catch (error) {
    const { code, kind, detail } = error instanceof DomainError ? error : damaged(error);
    await send({ id, refusal: { code, kind, detail } });
  } finally {
    files.give(body);
  }
}

function send(header: Answer, parts?: readonly Buffer[]): Promise<void> {
  return sendFrame(stdout, header, parts);
}
