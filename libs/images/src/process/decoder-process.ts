import { DomainError } from '@foundnow/kernel';
import sharp from 'sharp';
import { bytesToDecode } from '../decoding/bytes-to-decode.ts';
import { cleanForms, examine } from '../decoding/clean-forms.ts';
import { damaged } from '../refusals.ts';
import { giveBack, takeRoom } from '../room.ts';
import { WeightedGate } from '../weighted-gate.ts';
import { fromDescriptor } from './exactly.ts';
import { type Frame, framesOf, sendFrame } from './frames.ts';
import type { Answer, Order, SentImage } from './order.ts';

/**
 * Memory that all pictures under way may need together. With 110 MB one AVIF left the other core idle for most of its
 * second: what a phone that was held upright makes found no room beside it.
 */
const MOST_BYTES = 256_000_000;
/** One that needs even more is decoded alone, but for what streams: that keeps the other core busy and costs little. */
const LEFT_FOR_STREAMED = 24_000_000;

// Nothing is read twice, so a cache would only hold memory; two pictures at once use the cores better than two threads
// within one.
sharp.cache(false);
sharp.concurrency(1);

const memory = new WeightedGate(MOST_BYTES);
const STDIN = 0;

// Ends with the process that asks: its end of the pipe closes, however it went.
for await (const frame of framesOf<Order>(fromDescriptor(STDIN), takeRoom)) void answer(frame);

async function answer({ header: { id, type, limits, encodings }, body }: Frame<Order>): Promise<void> {
  try {
    const facts = await examine(body, type, limits);
    const { original, forms, placeholder } = await memory.run(
      Math.min(bytesToDecode(facts), MOST_BYTES - LEFT_FOR_STREAMED),
      () => cleanForms(body, facts, limits, encodings),
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
    giveBack(body);
    // What lies in buffers does not press V8 to collect: measured, it let 60 MB of them lie.
    globalThis.gc?.();
  }
}

function send(header: Answer, parts?: readonly Buffer[]): Promise<void> {
  return sendFrame(process.stdout, header, parts);
}
